// SPDX-License-Identifier: Apache-2.0
#include "shared/client/attachment_sync.h"

#include <algorithm>

#include "shared/client/let_go.h"

namespace qiaomen {

namespace {

/// Between two questions what the centre misses, when there is nothing else to ask.
constexpr std::int64_t kLookPauseMs = std::int64_t{3600} * 1000;

/// What was let go to make room comes back when somebody asks for it.
bool comesByItself(AttachmentStore& store, const Hash256& hash, Network network) {
    return network != Network::metered && !isLetGo(store, hash);
}

/// What concerns one attachment alone; anything else ends the run.
bool isOfOneAttachment(const Error& error) {
    return error.fault == Fault::invalid || error.fault == Fault::missing || error.fault == Fault::broken;
}

}  // namespace

/// A run: what is to be moved, and what came of it.
struct AttachmentSync::Plan {
    std::vector<Move> moves;
    AttachmentReport report;
    AttachmentProgress progress;
    std::map<AttachmentStore*, std::set<Hash256>> unnamedThere;
    std::set<AttachmentStore*> fetchedInto;
};

AttachmentSync::AttachmentSync(AttachmentWay& way, std::vector<AttachmentStore*> stores, Tell tell)
    : way_(way), stores_(std::move(stores)), tell_(std::move(tell)) {}

void AttachmentSync::ask(const Hash256& hash) {
    const std::lock_guard lock(mutex_);
    asked_.insert(hash);
}

bool AttachmentSync::isAsked(const Hash256& hash) const {
    const std::lock_guard lock(mutex_);
    return asked_.contains(hash);
}

void AttachmentSync::stop() {
    stopping_ = true;
    way_.interrupt();
}

Result<AttachmentReport> AttachmentSync::run(Network network) {
    Plan plan;
    for (AttachmentStore* store : stores_) {
        if (stopping_) return Error{Fault::offline, "stopped"};
        if (auto looked = look(*store, network, plan); !looked) return looked.error();
    }
    if (auto carried = carry(plan); !carried) return carried.error();
    // What came from the centre is safe there: its receipt says so at once, and nobody reads "only on this phone".
    for (AttachmentStore* store : plan.fetchedInto) {
        Wanted wanted;
        std::set<Hash256> absent;
        if (auto asked = question(*store, plan, wanted, absent); !asked) return asked.error();
    }
    for (AttachmentStore* store : stores_) {
        auto removed = store->collect(plan.unnamedThere[store]);
        if (!removed) return removed.error();
        plan.report.removed += *removed;
    }
    return std::move(plan.report);
}

Outcome AttachmentSync::look(AttachmentStore& store, Network network, Plan& plan) {
    const auto named = store.named();
    if (!named) return named.error();
    const std::vector<Hash256> unreceipted = store.unreceipted();
    if (named->empty() && unreceipted.empty()) return Done{};
    const auto isHere = [&](const Hash256& hash) { return store.files().has(hash); };
    const auto comesNow = [&](const AttachmentRef& attachment) {
        const bool original = !isHere(attachment.hash) &&
                              (comesByItself(store, attachment.hash, network) || isAsked(attachment.hash));
        return original || (attachment.thumbnailSize > 0 && !isHere(attachment.thumbnail));
    };
    const bool isDue = store.nowMs() - lookedAtMs_[&store] >= kLookPauseMs;
    if (std::ranges::none_of(*named, comesNow) && unreceipted.empty() && !isDue) return Done{};

    Wanted wanted;
    std::set<Hash256> absent;
    if (auto asked = question(store, plan, wanted, absent); !asked) return asked;
    lookedAtMs_[&store] = store.nowMs();
    for (const AttachmentRef& attachment : *named) add(plan, store, attachment, network, wanted, absent);
    return Done{};
}

/// Asks about everything without a receipt, in as many questions as it takes.
Outcome AttachmentSync::question(AttachmentStore& store, Plan& plan, Wanted& wanted, std::set<Hash256>& absent) {
    const std::vector<Hash256> open = store.unreceipted();
    std::size_t at = 0;
    do {
        const std::size_t end = std::min(open.size(), at + kMaxAttachmentsPerQuestion);
        const auto states = way_.states(store.grid(), {open.begin() + static_cast<std::ptrdiff_t>(at),
                                                       open.begin() + static_cast<std::ptrdiff_t>(end)});
        if (!states) return states.error();
        for (const AttachmentState& state : states->attachments) {
            if (auto kept = keepState(store, state, plan.report); !kept) return kept;
            if (state.kind == AttachmentState::Kind::wanted) wanted[state.hash] = state.offset;
            if (state.kind == AttachmentState::Kind::unnamed) plan.unnamedThere[&store].insert(state.hash);
        }
        for (const MissingAttachment& missing : states->missing) {
            absent.insert(missing.hash);
            if (!store.files().has(missing.hash)) continue;
            // It had it, and signed for it: an old backup was put back, or its file was damaged.
            if (auto dropped = store.dropReceipt(missing.hash); !dropped) return dropped;
            wanted.try_emplace(missing.hash, 0);
        }
        at = end;
    } while (at < open.size());
    return Done{};
}

Outcome AttachmentSync::keepState(AttachmentStore& store, const AttachmentState& state, AttachmentReport& report) {
    if (!state.receipt || store.placeOf(state.hash, 0).isSafe) return Done{};
    if (auto kept = store.keepReceipt(*state.receipt); !kept) return kept;
    ++report.receipts;
    return Done{};
}

void AttachmentSync::add(Plan& plan, AttachmentStore& store, const AttachmentRef& attachment, Network network,
                         const Wanted& wanted, const std::set<Hash256>& absent) {
    const auto addOne = [&](const Hash256& hash, std::uint64_t size, bool isThumbnail) {
        const bool isHere = store.files().has(hash);
        if (isHere && !wanted.contains(hash)) return;
        if (!isHere && absent.contains(hash)) {
            plan.report.absent.insert(hash);
            return;
        }
        const bool travelsByItself = isHere ? network != Network::metered : comesByItself(store, hash, network);
        if (!isThumbnail && !travelsByItself && !isAsked(hash)) {
            plan.report.waiting += isLetGo(store, hash) ? 0 : 1;
            return;
        }
        const auto isSame = [&](const Move& move) { return move.hash == hash && move.store == &store; };
        if (std::ranges::any_of(plan.moves, isSame)) return;
        const auto offset = wanted.find(hash);
        plan.moves.push_back({&store, hash, size, isThumbnail, isHere, isHere ? offset->second : 0});
        ++(isThumbnail ? plan.progress.thumbnailsLeft : plan.progress.originalsLeft);
        plan.progress.bytesTotal += size;
    };
    if (attachment.thumbnailSize > 0) addOne(attachment.thumbnail, attachment.thumbnailSize, true);
    addOne(attachment.hash, attachment.size, false);
}

/// Thumbnails before originals, and of each what is only here before what is safe at the centre.
Outcome AttachmentSync::carry(Plan& plan) {
    std::ranges::stable_sort(plan.moves, {},
                             [](const Move& move) { return (move.isThumbnail ? 0 : 2) + (move.isUp ? 0 : 1); });
    for (const Move& move : plan.moves) {
        plan.progress.current = move.hash;
        Outcome done = move.isUp ? sendUp(move, plan) : bringDown(move, plan);
        if (!done && !isOfOneAttachment(done.error())) return done;
        if (!done) plan.report.problems.push_back(done.error());
        --(move.isThumbnail ? plan.progress.thumbnailsLeft : plan.progress.originalsLeft);
        tell(plan, 0);
        const std::lock_guard lock(mutex_);
        asked_.erase(move.hash);
    }
    return Done{};
}

void AttachmentSync::tell(Plan& plan, std::uint64_t bytes) {
    plan.progress.bytesDone += bytes;
    if (tell_) tell_(plan.progress);
}

/// Each chunk goes to where the centre says it has a gap, whatever was sent before.
Outcome AttachmentSync::sendUp(const Move& move, Plan& plan) {
    const auto content = move.store->read(move.hash);
    if (!content) return content.error();
    AttachmentState state{.hash = move.hash, .kind = AttachmentState::Kind::wanted, .offset = move.offset};
    // Every chunk once, and as many again for an upload that has to begin anew.
    const std::uint64_t patience = 2 * (content->size() / kAttachmentChunk + 1);
    for (std::uint64_t turn = 0; state.kind == AttachmentState::Kind::wanted; ++turn) {
        if (stopping_) return Error{Fault::offline, "stopped"};
        if (turn == patience || state.offset >= content->size())
            return Error{Fault::invalid, "the centre does not get on with an attachment"};
        const std::string_view chunk = std::string_view(*content).substr(state.offset, kAttachmentChunk);
        auto next = way_.send(move.store->grid(), move.hash, state.offset, chunk);
        if (!next) return next.error();
        state = *std::move(next);
        tell(plan, chunk.size());
    }
    if (state.kind == AttachmentState::Kind::unnamed)
        return Error{Fault::missing, "no record at the centre names the attachment any more"};
    ++plan.report.sent;
    return keepState(*move.store, state, plan.report);
}

Outcome AttachmentSync::bringDown(const Move& move, Plan& plan) {
    AttachmentFiles& files = move.store->files();
    for (std::uint64_t offset = files.nextOffset(move.hash, move.size); offset < move.size;
         offset = files.nextOffset(move.hash, move.size)) {
        if (stopping_) return Error{Fault::offline, "stopped"};
        auto chunk = way_.fetch(move.store->grid(), move.hash, offset);
        if (!chunk) return chunk.error();
        if (auto kept = files.putChunk(move.hash, move.size, offset, *chunk); !kept) return kept;
        tell(plan, chunk->size());
    }
    if (auto whole = files.assemble(move.hash, move.size); !whole) return whole;
    ++plan.report.fetched;
    plan.fetchedInto.insert(move.store);
    return Done{};
}

}  // namespace qiaomen
