// SPDX-License-Identifier: Apache-2.0
//
// The sync's side of LocalStore: what to send, and taking in what the centre says.
//
//   unsent      changes above safe_number
//   apply       the first batch settles receipt, refusals and the three turns; every batch merges up to a batch of changes of the
//               others and moves the cursor behind them; the last one repairs and compares the digests. Each is one transaction.
//   turns       a new identity (the centre knows other changes under our numbers), new stamps (our clock is ahead), another history
//               (the centre's log was replaced by an old copy). After a turn there is another question, and the rest waits.

#include <sodium.h>

#include <algorithm>

#include "shared/client/local_store.h"
#include "shared/client/store_parts.h"
#include "shared/core/batch.h"
#include "shared/core/codec.h"
#include "shared/core/merge.h"

namespace qiaomen {

namespace {

bool anythingToRepair(Database& database) { return database.prepare("SELECT 1 FROM _repair LIMIT 1").step(); }

void wantAnew(Database& database, const Change& change) {
    database.prepare("INSERT OR IGNORE INTO _repair(collection, record) VALUES(?, ?)")
        .with(static_cast<int>(change.collection), change.record)
        .run();
}

Error refused(const std::string& why) { return {Fault::refused, "the centre's answer was not taken: " + why}; }

Stamp exchanged(const Stamp& stamp, const std::map<Stamp, Stamp>& stamps) {
    const auto found = stamps.find(stamp);
    return found == stamps.end() ? stamp : found->second;
}

std::vector<Stamps::Own> exchanged(std::vector<Stamps::Own> own, const std::map<Stamp, Stamp>& stamps) {
    for (Stamps::Own& one : own) one.stamp = exchanged(one.stamp, stamps);
    return own;
}

Record exchanged(const Record& record, const std::map<Stamp, Stamp>& stamps) {
    std::optional<Removal> removal;
    if (record.removal())
        removal = Removal{exchanged(record.removal()->by, stamps), exchanged(record.removal()->seen, stamps)};
    Record after(record.collection(), record.id());
    after.restore(record.fields(),
                  Stamps(exchanged(record.stamps().row(), stamps), exchanged(record.stamps().own(), stamps)),
                  std::move(removal));
    return after;
}

/// As it was before its clock turned out to be ahead: the same on every copy of the device.
Change asSaved(Change change) {
    change.stamp.time = savedTimeOf(change);
    change.savedTime = LogicalTime::none;
    return change;
}

/// The latest stamp in the record that is none of `except`.
LogicalTime latestBut(const Record& record, const std::map<Stamp, Stamp>& except) {
    LogicalTime latest = LogicalTime::none;
    const auto see = [&](const Stamp& stamp) {
        if (!except.contains(stamp)) latest = std::max(latest, stamp.time);
    };
    see(record.stamps().row());
    for (const Stamps::Own& own : record.stamps().own()) see(own.stamp);
    if (record.removal()) see(record.removal()->by);
    return latest;
}

}  // namespace

Result<GridRequest> LocalStore::nextRequest(const RequestLimits& limits) {
    return reading([&](Reader& reader) -> Result<GridRequest> {
        const Own own = Own::load(reader.database, reader.outbox);
        GridRequest request{.grid = grid(), .cursor = own.cursor};
        if (own.identity.device != device()) request.device = own.identity.device;
        request.safe = own.safeNumber - own.identity.after;
        request.refills = own.refilling;
        request.deaf = own.compareWanted;
        Outbox::Unsent unsent = reader.outbox.unsent(own.safeNumber, own.cursor.seq, limits.maxChanges, limits.maxBytes);
        request.changes = std::move(unsent.changes);
        request.readMarks = std::move(unsent.marks);
        request.more = limits.byHand || (!request.changes.empty() && request.changes.back().number < own.lastNumber);
        keptBefore_ = keptUpTo_.load();
        if (!request.changes.empty()) keepUpTo(request.changes.back().number);
        if (limits.byHand) carriedUpTo_ = keptUpTo_.load();
        for (Change& change : request.changes) change.number -= own.identity.after;
        for (ReadMark& mark : request.readMarks) mark.upTo -= own.identity.after;
        // Of a grid that is left nothing comes in any more, so there is nothing to compare.
        if (own.leaving && own.givesBack && request.changes.empty())
            request.repair = RepairRequest{.held = ofPredecessors(reader)};
        if (!own.leaving && request.changes.empty()) addRepair(request, own, reader);
        if (!own.leaving && request.changes.empty() && !request.repair)
            request.check = reader.tables.digest().total().low;
        if (request.brings()) sign(request, own.identity.device, own.chain, options_.deviceKey);
        return request;
    });
}

// --- A reply ----------------------------------------------------------------------------------------------------------

Result<Applied> LocalStore::apply(const GridRequest& request, const GridReply& reply) {
    if (reply.grid != grid()) return refused("it is about another grid");
    if (reply.problem) return *reply.problem;
    Applied applied;
    bool last = false;
    for (std::size_t batch = 0; !last; ++batch) {
        StoreChange told;
        auto outcome = guarded([&]() -> Outcome {
            const std::lock_guard lock(writing_);
            if (batch == 0) {
                if (auto right = checkReply(reply, writer_->own); !right) return right;
            }
            last = reply.taken ? applyTaken(request, reply, applied, told)
                               : applyBatch(request, reply, batch, applied, told);
            return Done{};
        });
        if (!outcome) return outcome.error();
        if (told.outbox || !told.records.empty()) notify(told);
    }
    return applied;
}

Outcome LocalStore::checkReply(const GridReply& reply, const Own& own) const {
    const Receipt& receipt = reply.receipt;
    if (!receipt.grid.isNone()) {
        if (receipt.grid != grid()) return refused("its receipt is for another grid");
        if (receipt.device != own.identity.device) return refused("its receipt is for another device");
        if (!isSignedBy(receipt, options_.centreKey)) return refused("its receipt is not signed by the centre");
        // The centre says so itself when it was restored from an old copy: by another epoch.
        if (own.cursor.epoch != 0 && receipt.head.epoch != own.cursor.epoch) return Done{};
        if (!own.refilling && own.identity.after + receipt.lastNumber < own.safeNumber)
            return refused("its receipt covers less than an earlier one");
    }
    if (own.cursor.epoch != 0 && reply.cursor.epoch != own.cursor.epoch) return refused("it tells of another history");
    if (reply.cursor.seq < own.cursor.seq) return refused("it is older than what is here");
    return Done{};
}

/// True after the last batch. Nothing is written when there is nothing new: an idle sync costs no disk.
bool LocalStore::applyBatch(const GridRequest& request, const GridReply& reply, std::size_t batch, Applied& applied,
                            StoreChange& told) {
    const std::size_t most = options_.batches.apply;
    const std::size_t first = batch * most;
    const auto tail = std::span(reply.tail).subspan(first, std::min(most, reply.tail.size() - first));
    bool last = first + tail.size() == reply.tail.size();
    Own updated = writer_->own;
    std::optional<Transaction> transaction;
    const auto begin = [&] {
        if (!transaction) transaction.emplace(writer_->database);
    };

    const Receipt& receipt = reply.receipt;
    const bool receiptIsNews = !receipt.grid.isNone() &&
                               (updated.identity.after + receipt.lastNumber != updated.safeNumber ||
                                updated.refilling || receipt.head.epoch != updated.cursor.epoch);
    const bool isNews = receiptIsNews || isTurn(reply) || !reply.refusals.empty();
    if (batch == 0 && isNews) {
        begin();
        if (!settle(request, reply, updated, applied, told)) {
            writer_->commit(*transaction, updated);
            keepUpTo(updated.lastNumber);
            applied.moved = applied.turned = applied.more = true;
            applied.safeUpTo = updated.safeNumber;
            return true;
        }
    }
    if (std::exchange(updated.leaving, false)) told.outbox = true;  // it was given back
    if (!tail.empty()) {
        begin();
        mergeTail(tail, updated, applied, told);
    }
    if (last && reply.repair && request.repair) {
        begin();
        if (request.repair->digest) {
            takeDifferences(*reply.repair, updated, applied, told);
        } else {
            takeWanted(*request.repair, *reply.repair, updated, applied, told);
        }
    }
    if (last && !reply.snapshotNeeded) {
        updated.cursor = reply.cursor;
        compareDigests(reply, updated, applied);
    }
    if (updated != writer_->own) begin();
    if (transaction) {
        writer_->commit(*transaction, updated);
        keepUpTo(updated.lastNumber);
    }
    applied.moved |= transaction.has_value();
    applied.safeUpTo = updated.safeNumber;
    applied.snapshotNeeded = reply.snapshotNeeded;
    applied.more = reply.more || updated.safeNumber < updated.lastNumber || updated.compareWanted ||
                   anythingToRepair(writer_->database);
    return last;
}

/// False when the rest of the reply is the answer to a question that is another one now.
bool LocalStore::settle(const GridRequest& request, const GridReply& reply, Own& updated, Applied& applied,
                        StoreChange& told) {
    told.outbox = true;
    const Receipt& receipt = reply.receipt;
    if (!receipt.grid.isNone()) {
        if (updated.cursor.epoch != 0 && updated.cursor.epoch != receipt.head.epoch) {
            beginHistory(receipt.head.epoch, updated);
            return false;
        }
        updated.cursor.epoch = receipt.head.epoch;
    }
    if (reply.forkAt != 0) {
        // What the centre took of it before is safe or refused, and may never be asked about again.
        takeRefusals(reply, updated.identity.after + reply.forkAt - 1, updated, applied);
        goOnAsAnother(updated.identity.after + reply.forkAt, updated, told);
        return false;
    }
    if (!reply.knownAs.empty()) {
        restampUnsent(receipt.atMs, reply.knownAs, updated, told);
        return false;
    }
    if (!receipt.grid.isNone()) takeReceipt(request, reply, updated, applied);
    if (!reply.clockAhead) return true;
    restampUnsent(receipt.atMs, {}, updated, told);
    applied.turned = true;
    return true;
}

void LocalStore::takeReceipt(const GridRequest& request, const GridReply& reply, Own& updated, Applied& applied) {
    Outbox& outbox = writer_->outbox;
    const std::uint64_t after = updated.identity.after;
    // The centre compared what it was sent with what it has taken, and nothing else is safe: what it took under a number that was not
    // sent may be a copy's.
    const std::uint64_t compared = request.changes.empty() ? request.safe.value_or(0) : request.changes.back().number;
    const std::uint64_t safe = std::min(reply.receipt.lastNumber, compared);
    updated.safeNumber = after + safe;
    if (request.signature) updated.chain = linkAt(request, safe);
    updated.refilling = false;
    takeRefusals(reply, updated.safeNumber, updated, applied);
    if (reply.receipt.lastNumber > 0 && reply.receipt.lastNumber <= compared)
        outbox.keepReceipt(reply.receipt, updated.safeNumber, options_.clock());
    // By the centre's clock alone: a phone whose clock jumps ten years ahead forgets nothing.
    outbox.forgetBefore(reply.receipt.atMs - std::chrono::milliseconds(tuning::kKeepOwnChanges).count(),
                        updated.safeNumber);
}

void LocalStore::takeRefusals(const GridReply& reply, std::uint64_t upTo, const Own& updated, Applied& applied) {
    Outbox& outbox = writer_->outbox;
    for (const Refusal& refusal : reply.refusals) {
        const std::uint64_t number = updated.identity.after + refusal.number;
        if (reply.taken && number <= upTo) {
            outbox.handOver({number, refusal.reason});
            // Should the grid be given back before it is erased, the record is to be what it is without the late change.
            if (const auto late = outbox.change(number)) wantAnew(writer_->database, *late);
            continue;
        }
        if (number > upTo || !outbox.refuse({number, refusal.reason})) continue;
        ++applied.refused;
        wantAnew(writer_->database, *outbox.change(number));
    }
}

// --- Turns ------------------------------------------------------------------------------------------------------------

/// CONFLICT: under this replica's numbers the centre took other changes, from the change `from` on: there are two of this device, or
/// it was set back to an older state.
///
/// RESOLUTION: this one goes on as somebody else. What the centre took stays and comes back with the tail, as anybody's; what it has
/// not taken is the successor's from now on. Times stay as they are, so that nothing is reordered. The successor's id follows from the
/// first of those changes: who is set back once more, or has the same change from the same copy, becomes the same successor, and the
/// centre knows the change again.
void LocalStore::goOnAsAnother(std::uint64_t from, Own& updated, StoreChange& told) {
    Identity successor{.after = from - 1, .device = {}};
    std::vector<Change> unsent = writer_->outbox.unsent(successor.after);
    if (unsent.empty()) {
        const RandomSource system = [](std::span<std::uint8_t> bytes) { randombytes_buf(bytes.data(), bytes.size()); };
        successor.device = DeviceId::make(options_.clock(), options_.random ? options_.random : system);
    } else {
        const Change first = asSaved(unsent.front());
        successor.device = DeviceId::named(updated.identity.device.bytes, print(first.stamp) + " " + encodeBody(first));
    }
    std::map<Stamp, Stamp> stamps;
    for (const Change& change : unsent) stamps[change.stamp] = {change.stamp.time, successor.device};
    writer_->outbox.goOnAs(successor);
    giveStamps(std::move(unsent), stamps, told);
    updated.identity = successor;
    updated.safeNumber = successor.after;
    updated.chain = {};
    updated.lastNumber = std::max(updated.lastNumber, successor.after);
    updated.refilling = false;
}

/// CONFLICT: this device's clock is so far ahead that the centre does not take its stamps.
///
/// RESOLUTION: what is unsent gets stamps by the centre's clock, in the order in which it was written, and later than everything that
/// was seen here: who replaced a value still replaces it. When it was saved stays beside it.
///
/// CONFLICT: what was stamped anew here had reached the centre with its stamp of before, or a copy of this device had given it another.
///
/// RESOLUTION: it is one change, with the stamp that the centre has (`known`); what was saved after it gets later ones.
void LocalStore::restampUnsent(std::int64_t centreMs, const std::vector<KnownAs>& known, Own& updated,
                               StoreChange& told) {
    std::vector<Change> unsent = writer_->outbox.unsent(updated.safeNumber);
    std::map<Stamp, Stamp> stamps;
    for (const Change& change : unsent) stamps[change.stamp] = {};
    HybridClock clock(updated.identity.device, [centreMs] { return centreMs; });
    if (const auto before = writer_->outbox.change(updated.safeNumber)) clock.see(before->stamp);
    writer_->tables.forEach([&](Record&& record) { clock.see({latestBut(record, stamps), {}}); });
    for (const Change& change : unsent) {
        const auto there = std::ranges::find(known, change.number - updated.identity.after, &KnownAs::number);
        const Stamp stamp = there != known.end() ? there->stamp : clock.now();
        clock.see(stamp);
        stamps[change.stamp] = stamp;
        updated.lastTime = stamp.time;
    }
    giveStamps(std::move(unsent), stamps, told);
}

/// The records are brought to what the centre has soon: another stamp may mean another winner.
void LocalStore::giveStamps(std::vector<Change> changes, const std::map<Stamp, Stamp>& stamps, StoreChange& told) {
    std::set<RecordKey> touched;
    for (Change& change : changes) {
        const LogicalTime savedAt = savedTimeOf(change);
        change.stamp = exchanged(change.stamp, stamps);
        change.savedTime = savedAt != change.stamp.time ? savedAt : LogicalTime::none;
        for (FieldWrite& write : change.writes) write.base = exchanged(write.base, stamps);
        writer_->outbox.restamp(change);
        wantAnew(writer_->database, change);
        touched.insert({change.collection, change.record});
    }
    for (const auto& [collection, id] : touched) {
        const Record before = writer_->tables.read(collection, id);
        writer_->write(before, exchanged(before, stamps), told);
    }
}

/// CONFLICT: the grid's log is not the one that this replica has followed: an old copy of it was put back.
///
/// RESOLUTION: what the history before confirmed is worth nothing here. All that is still kept without a gap goes out once more; of
/// what is not, the numbers are spent. Then both sides compare everything they hold.
void LocalStore::beginHistory(std::uint64_t epoch, Own& updated) {
    updated.cursor = {epoch, 0};
    updated.safeNumber = writer_->outbox.unbrokenAfter(updated.identity.after, updated.lastNumber);
    updated.chain = {};
    updated.refilling = true;
    updated.givesBack = updated.identity.after > 0;
    updated.compareWanted = true;
}

// --- The others' changes ----------------------------------------------------------------------------------------------

void LocalStore::mergeTail(std::span<const LoggedChange> tail, Own& updated, Applied& applied, StoreChange& told) {
    for (const auto& [seq, change] : tail) {
        const Record before = writer_->tables.read(change.collection, change.record);
        Record after = before;
        if (merge(after, change, qiaomen::find(options_.collections, change.collection)).changed) {
            writer_->write(before, after, told);
            ++applied.merged;
        }
        writer_->noteTime(change.stamp, updated);
        updated.cursor.seq = seq;
    }
}

/// Comparable when both sides have merged the same: nothing unsent here, nothing left there, nothing refused still in place.
void LocalStore::compareDigests(const GridReply& reply, Own& updated, Applied& applied) {
    if (reply.more || updated.safeNumber != updated.lastNumber || updated.compareWanted) return;
    if (anythingToRepair(writer_->database)) return;
    if (writer_->tables.digest().total() == reply.digest) return;
    applied.differs = true;
    ++updated.differences;
    const std::int64_t pause = std::chrono::milliseconds(tuning::kRepairPause).count();
    updated.compareWanted = std::abs(options_.clock() - updated.repairedAtMs) >= pause;
}

// --- A snapshot -------------------------------------------------------------------------------------------------------

Result<Applied> LocalStore::applySnapshot(const Snapshot& snapshot) {
    if (snapshot.grid != grid()) return refused("the snapshot is of another grid");
    Applied applied;
    const std::size_t most = options_.batches.apply;
    for (std::size_t first = 0; first < snapshot.records.size(); first += most) {
        const auto records = std::span(snapshot.records).subspan(first, std::min(most, snapshot.records.size() - first));
        StoreChange told;
        auto outcome = guarded([&]() -> Outcome {
            const std::lock_guard lock(writing_);
            if (writer_->own.cursor.epoch != 0 && writer_->own.cursor.epoch != snapshot.cursor.epoch)
                return refused("the snapshot is of another history");
            mergeRecords(records, applied, told);
            return Done{};
        });
        if (!outcome) return outcome.error();
        if (!told.records.empty()) notify(told);
    }
    auto outcome = guarded([&]() -> Outcome {
        const std::lock_guard lock(writing_);
        Own updated = writer_->own;
        Transaction transaction(writer_->database);
        // Also back, when the snapshot was made before the last tail: merging a change again is harmless.
        updated.cursor = snapshot.cursor;
        writer_->commit(transaction, updated);
        keepUpTo(updated.lastNumber);
        applied.safeUpTo = updated.safeNumber;
        return Done{};
    });
    if (!outcome) return outcome.error();
    applied.more = applied.moved = true;
    return applied;
}

void LocalStore::mergeRecords(std::span<const Record> records, Applied& applied, StoreChange& told) {
    Own updated = writer_->own;
    Transaction transaction(writer_->database);
    for (const Record& theirs : records) {
        const Record before = writer_->tables.read(theirs.collection(), theirs.id());
        Record after = before;
        bool changed = before.isNew() && !theirs.isNew();
        if (changed) {
            after = theirs;
        } else {
            const Collection* collection = qiaomen::find(options_.collections, theirs.collection());
            for (const Change& change : changesIn(theirs)) changed |= merge(after, change, collection).changed;
        }
        if (changed) {
            writer_->write(before, after, told);
            ++applied.merged;
        }
        writer_->noteTime(theirs.stamps().latest(), updated);
        if (theirs.removal()) writer_->noteTime(theirs.removal()->by, updated);
    }
    writer_->commit(transaction, updated);
    keepUpTo(updated.lastNumber);
}

}  // namespace qiaomen
