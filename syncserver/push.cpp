// SPDX-License-Identifier: Apache-2.0
#include "syncserver/push.h"

#include <algorithm>
#include <map>

#include "shared/core/wire.h"
#include "shared/domain/conflict.h"
#include "shared/domain/duplicate.h"
#include "shared/domain/household.h"
#include "shared/domain/rescued_change.h"
#include "shared/domain/resident.h"
#include "syncserver/change_rules.h"
#include "syncserver/limits.h"

namespace qiaomen {

namespace {

/// Where the device had stopped reading when it wrote the change. Who has not read of this history, or sends once more what the
/// centre forgot, may have known more than that.
std::optional<std::uint64_t> readBy(const GridRequest& request, const GridHead& head, std::uint64_t number) {
    const auto mark = std::ranges::lower_bound(request.readMarks, number, {}, &ReadMark::upTo);
    const std::uint64_t seq = mark == request.readMarks.end() ? request.cursor.seq : mark->seq;
    const bool tells = request.cursor.epoch == head.cursor.epoch && seq > 0 && !request.refills;
    return tells ? std::optional(seq) : std::nullopt;
}

/// A rescued record as its author's device hands it in, and not what somebody decided about one.
bool saysContent(const Change& change) {
    return std::ranges::find(change.writes, rescuedChange.content, &FieldWrite::field) != change.writes.end();
}

}  // namespace

Push::Push(GridWriter& grid, const CentreVoice& centre, const SecretKey& key)
    : grid_(grid),
      centre_(centre),
      nowMs_(centre.clock()),
      clock_(centre.device, centre.clock),
      key_(key),
      centreBefore_(grid.lastTaken(centre.device)),
      centreLast_(centreBefore_),
      conflicts_(grid, centre.names),
      parallels_(grid, centre.names, [this](const RecordId& record) { return notesAbout(record); }) {
    clock_.see({centreLast_.time, centre.device});
}

Result<PushReport> Push::take(const GridRequest& request, const Batch& batch) {
    const auto fresh = freshOf(request, batch);
    if (!fresh) return fresh.error();
    if (report_.isTurn()) return std::move(report_);
    load(*fresh);
    const GridHead head = grid_.head();
    for (const LogEntry& entry : *fresh) {
        if (waitsWith(entry)) continue;
        parallels_.setRead(readBy(request, head, entry.change->number));
        fold(entry);
    }
    if (request.repair) {
        for (const Change& change : request.repair->held) giveBack(change);
    }
    if (find(centre_.collections, duplicate.number()) != nullptr) suggestDuplicates();
    return end(request, batch);
}

Result<PushReport> Push::takeLate(const GridRequest& request, const Batch& batch, std::int64_t takenMs) {
    const auto fresh = freshOf(request, batch);
    if (!fresh) return fresh.error();
    if (report_.isTurn()) return std::move(report_);
    // Refused while the grid was the device's, and the answer got lost: nobody would see it any more.
    for (const Refusal& refusal : report_.refusals) {
        const auto repeated = std::ranges::find(request.changes, refusal.number, &Change::number);
        if (repeated != request.changes.end()) rescue(*repeated, refusal.reason);
    }
    const std::string reason = "late: the grid was taken from this device at " +
                               print(Stamp{logicalTime(takenMs, 0), {}}).substr(0, 16);
    for (const LogEntry& entry : *fresh) {
        if (!waitsWith(entry)) foldLate(entry, reason);
    }
    if (request.repair) {
        for (const Change& change : request.repair->held) giveBackLate(change, reason);
    }
    return end(request, batch);
}

/// What the batch brings that was not taken before, or the number of a fork in the report.
Result<std::span<const LogEntry>> Push::freshOf(const GridRequest& request, const Batch& batch) {
    device_ = batch.claim.device;
    before_ = last_ = grid_.lastTaken(device_);
    if (request.refills && batch.claim.spent >= last_.number) {
        last_.number = batch.claim.spent;
        last_.link = {};
    }
    const auto begin = batch.entries.begin();
    const auto fresh = std::find_if(begin, batch.entries.end(),
                                    [&](const LogEntry& entry) { return entry.change->number > last_.number; });
    std::uint64_t expected = last_.number;
    for (const LogEntry& entry : std::span(fresh, batch.entries.end())) {
        if (entry.change->number != ++expected) {
            return Error{Fault::refused, "change " + std::to_string(expected) + " is missing: got " +
                                             std::to_string(entry.change->number)};
        }
    }
    const auto forkedAt = [&](std::uint64_t number) {
        report_ = {.lastNumber = before_.number, .forkAt = number, .refusals = std::move(report_.refusals)};
        return std::span<const LogEntry>();
    };
    if (begin != batch.entries.end() && !request.refills && linkAt(batch.claim.first - 1) != batch.claim.before)
        return forkedAt(batch.claim.first);
    const std::span<const LogEntry> repeated(begin, fresh);
    for (const LogEntry& entry : repeated) {
        if (wasTaken(entry)) continue;
        auto known = takenStamps(repeated);
        if (known.empty()) return forkedAt(entry.change->number);
        report_ = {.lastNumber = before_.number, .knownAs = std::move(known)};
        return std::span<const LogEntry>();
    }
    return std::span(fresh, batch.entries.end());
}

/// Behind a change whose stamp is too far ahead, everything waits for new stamps.
bool Push::waitsWith(const LogEntry& entry) {
    report_.clockAhead |= waits(*entry.change);
    if (report_.clockAhead) outside_.push_back({entry.change->number, entry.hash});
    return report_.clockAhead;
}

/// Kept aside with a rescued record instead of being merged, unless it is such a record that the device hands in itself.
void Push::foldLate(const LogEntry& entry, const std::string& reason) {
    const Change& change = *entry.change;
    const Collection* collection = find(centre_.collections, change.collection);
    const bool isHandedIn = change.collection == rescuedChange.number();
    const Record& record = recordOf({change.collection, change.record}).after;
    const auto broken = reasonToRefuse(change, collection, record, {device_, last_.time});
    if (isHandedIn && record.isNew() && !broken) return fold(entry);
    last_.number = change.number;
    last_.time = std::max(last_.time, change.stamp.time);
    report_.refusals.push_back({change.number, reason});
    outside_.push_back({change.number, entry.hash});
    refuse(change, reason);
    if (isHandedIn && !record.isNew() && saysContent(change)) return;  // it was rescued before, as a late change
    rescue(change, broken ? reason + "; and " + *broken : reason);
}

PushReport Push::end(const GridRequest& request, const Batch& batch) {
    followChain(batch);
    store(request, batch);
    report_.lastNumber = last_.number;
    return std::move(report_);
}

void Push::rescue(const Change& change, const std::string& reason) {
    Record& record = recordOf({rescuedChange.number(), rescuedId(change)}).after;
    if (!record.isNew()) return;
    ++report_.rescued;
    const RescueNote note{"late", reason, centre_.names(change.stamp.device)};
    say(record, rescuedChange, rescuedValues(change, note, centre_.collections), change.stamp);
}

/// CONFLICT: a number that was taken comes again.
///
/// RESOLUTION: the same content is the repetition of a request whose answer got lost; a refusal is told again. Other content means
/// that two devices share one identity, or that one was set back: its sender goes on as somebody else, so that both are kept.
bool Push::wasTaken(const LogEntry& entry) {
    const Change& change = *entry.change;
    const auto logged = grid_.logged(change.stamp);
    if (logged && logged->change == change) {
        ++report_.repeated;
        return true;
    }
    const auto refused = grid_.refused(change.stamp, change.number);
    if (!refused || refused->change != change) return false;
    ++report_.repeated;
    report_.refusals.push_back({change.number, refused->reason});
    outside_.push_back({change.number, entry.hash});
    return true;
}

/// CONFLICT: a number that was taken comes again with another stamp. The device's clock was ahead, and it stamped anew what had reached
/// the centre after all, by an old request or in a letter; or two copies of it did so, each for itself.
///
/// RESOLUTION: what was saved at the same moment, in the same words, is one change, and has the stamp that it has here. These are the
/// stamps of all entries that are the same saves as what was taken; none when that would change nothing: then it is a fork.
std::vector<KnownAs> Push::takenStamps(std::span<const LogEntry> entries) {
    std::map<std::uint64_t, Change> taken;
    grid_.forEachChangeOf(device_, [&](LoggedChange&& logged) {
        if (logged.change.number != 0) taken.insert_or_assign(logged.change.number, std::move(logged.change));
    });
    for (RefusedChange& refused : grid_.refusedChanges()) {
        if (refused.change.stamp.device == device_) taken.try_emplace(refused.change.number, std::move(refused.change));
    }
    std::vector<KnownAs> known;
    bool isNews = false;
    for (const LogEntry& entry : entries) {
        const Change& change = *entry.change;
        const auto found = taken.find(change.number);
        if (found == taken.end() || !isSameSave(found->second, change)) break;
        known.push_back({change.number, found->second.stamp});
        isNews = isNews || found->second.stamp != change.stamp;
    }
    return isNews ? known : std::vector<KnownAs>();
}

// --- The device's own chain -------------------------------------------------------------------------------------------

/// As it was taken from the device so far; nothing above that. It is zeros where a chain begins, or nothing was signed before.
std::optional<Hash256> Push::linkAt(std::uint64_t number) {
    if (number == before_.number) return before_.link;
    if (number == 0) return Hash256{};
    if (number > before_.number) return std::nullopt;
    const auto batch = grid_.batchAt(device_, number);
    if (!batch) return Hash256{};
    if (number + 1 == batch->claim.first) return batch->claim.before;
    if (number == batch->claim.last) return batch->claim.link;
    return linkBetween(*batch, number);
}

/// Only for a device that was set back into the middle of what it had sent in one piece.
Hash256 Push::linkBetween(const SignedBatch& batch, std::uint64_t number) {
    std::map<std::uint64_t, Hash256> hashes;
    grid_.forEachChangeOf(device_, [&](LoggedChange&& logged) {
        const Change& change = logged.change;
        if (change.number >= batch.claim.first && change.number <= number)
            hashes.insert_or_assign(change.number, entryOf(change).hash);
    });
    for (const auto& [outside, hash] : batch.outside) {
        if (outside <= number) hashes.insert_or_assign(outside, hash);
    }
    Hash256 link = batch.claim.before;
    for (const auto& [at, hash] : hashes) link = deviceLink(link, at, hash);
    return link;
}

/// The content is the same where both know it; which chain over it counts, the device says: it may have begun a new one.
void Push::followChain(const Batch& batch) {
    if (batch.entries.empty() || batch.claim.last < last_.number) return;
    last_.link = batch.claim.link;
    if (!report_.clockAhead) return;
    last_.link = batch.claim.before;
    for (const LogEntry& entry : batch.entries) {
        if (entry.change->number <= last_.number) last_.link = deviceLink(last_.link, entry.change->number, entry.hash);
    }
}

/// Nothing is kept of a repetition: the signature of the first time covers it.
void Push::keepBatches(const GridRequest& request, const Batch& batch) {
    const bool isNew = batch.claim.spent > before_.number || linkAt(batch.claim.last) != batch.claim.link;
    const bool gaveBack = std::ranges::any_of(ourEntries_,
                                              [](const LogEntry& entry) { return entry.change->number == 0; }) ||
                          std::ranges::any_of(refused_,
                                              [](const RefusedChange& each) { return each.change.number == 0; });
    if (gaveBack || (isNew && (request.refills || !batch.entries.empty())))
        grid_.keepBatch({batch.claim, request.signature->bytes, outside_, batch.given});
    if (centreLast_.number == centreBefore_.number) return;
    SignedBatch ours{.claim = {.grid = batch.claim.grid,
                               .device = centre_.device,
                               .version = kWireVersion,
                               .epoch = grid_.head().cursor.epoch,
                               .first = centreBefore_.number + 1,
                               .last = centreLast_.number,
                               .before = centreBefore_.link,
                               .link = centreLast_.link}};
    ours.signature = sign(textOf(ours.claim), key_);
    grid_.keepBatch(ours);
}

bool Push::waits(const Change& change) {
    return isAhead(change.stamp, nowMs_, LogicalTime::none) &&
           isAhead(change.stamp, nowMs_, std::max(grid_.latestTime(), last_.time));
}

void Push::load(std::span<const LogEntry> entries) {
    std::vector<RecordKey> keys;
    keys.reserve(entries.size());
    byKey_.reserve(entries.size());
    for (const LogEntry& entry : entries) {
        const RecordKey key{entry.change->collection, entry.change->record};
        if (byKey_.try_emplace(key, nullptr).second) keys.push_back(key);
    }
    for (Record& record : grid_.read(keys)) keep(std::move(record));
}

RecordWrite& Push::keep(Record record) {
    const RecordKey key{record.collection(), record.id()};
    Record after = record;
    RecordWrite& entry = records_.emplace_back(RecordWrite{std::move(record), std::move(after)});
    byKey_[key] = &entry;
    return entry;
}

RecordWrite& Push::recordOf(const RecordKey& key) {
    if (const auto found = byKey_.find(key); found != byKey_.end()) return *found->second;
    return keep(std::move(grid_.read({&key, 1}).front()));
}

void Push::fold(const LogEntry& entry) {
    const Change& change = *entry.change;
    last_.number = change.number;
    const Collection* collection = find(centre_.collections, change.collection);
    Record& record = recordOf({change.collection, change.record}).after;
    if (auto reason = reasonToRefuse(change, collection, record, {device_, last_.time})) {
        report_.refusals.push_back({change.number, *reason});
        outside_.push_back({change.number, entry.hash});
        return refuse(change, *std::move(reason));
    }
    last_.time = change.stamp.time;
    const MergeResult result = merge(record, change, collection);
    log_.push_back(&entry);
    ++report_.taken;
    // What somebody gave back before its writer came has its conflicts already.
    const bool isConflict = !result.clashes.empty() || result.removalLost;
    if (isConflict && !knows(change)) keepConflicts(change, record, result);
    keepParallels(change, record, result);
}

/// Whether all that the change says is in the log: a part of it may have been given back before.
bool Push::knows(const Change& change) {
    const auto logged = grid_.logged(change.stamp);
    if (!logged || logged->change.record != change.record) return false;
    const auto isThere = [&](const FieldWrite& write) {
        return std::ranges::find(logged->change.writes, write.field, &FieldWrite::field) != logged->change.writes.end();
    };
    return logged->change.number != 0 || std::ranges::all_of(change.writes, isThere);
}

/// CONFLICT: a phone still holds what this grid's log has forgotten, because an old copy of it was put back.
///
/// RESOLUTION: it is merged under its writer's own stamp. Where it wins, the value that it meets was here before, and whoever gives
/// it back had it from here: no conflict. Where it loses against a value whose writer did not know of it, the value that lost is kept
/// as any other. What breaks a rule is kept aside.
void Push::giveBack(Change change) {
    change.number = 0;
    const bool isKnown = knows(change);
    if (isKnown && change.kind == Change::Kind::write) return;
    const Collection* collection = find(centre_.collections, change.collection);
    Record& record = recordOf({change.collection, change.record}).after;
    if (isAhead(change.stamp, nowMs_, grid_.latestTime()))
        return refuse(change, "given back with a stamp that is too far ahead");
    if (auto reason = reasonToRefuse(change, collection, record, {.device = device_, .givesBack = true}))
        return refuse(change, *std::move(reason));
    markKnownBases(change, record);
    const MergeResult result = merge(record, change, collection);
    if (isKnown && !result.changed) return;
    ++report_.givenBack;
    const Change& kept = ours_.emplace_back(std::move(change));
    log_.push_back(&ourEntries_.emplace_back(entryOf(kept)));
    keepConflicts(kept, record, {.changed = result.changed, .clashes = result.clashes});
}

/// What this centre does not know of what the device gives back of its own, under the identities it had before: late as the rest.
void Push::giveBackLate(Change change, const std::string& reason) {
    change.number = 0;
    if (knows(change) || grid_.refused(change.stamp, 0)) return;
    if (isAhead(change.stamp, nowMs_, grid_.latestTime()))
        return refuse(change, "given back with a stamp that is too far ahead");
    refuse(change, reason);
    if (change.collection != rescuedChange.number()) rescue(change, reason);
}

/// Gives each write the value that it meets as its base, unless that is a later one whose writer did not know of it.
void Push::markKnownBases(Change& change, const Record& record) {
    if (change.kind == Change::Kind::remove) return;
    for (FieldWrite& write : change.writes) {
        const Stamp stored = record.stampOf(write.field);
        if (stored < change.stamp || descendsFrom(stored, change, write.field)) write.base = stored;
    }
}

bool Push::descendsFrom(Stamp stamp, const Change& given, FieldNo field) {
    for (int link = 0; link < limits::kMaxDescent && stamp > given.stamp; ++link) {
        const auto logged = grid_.logged(stamp);
        if (!logged || logged->change.record != given.record) return false;
        const auto write = std::ranges::find(logged->change.writes, field, &FieldWrite::field);
        if (write == logged->change.writes.end()) return false;
        stamp = write->base;
    }
    return stamp == given.stamp;
}

void Push::keepConflicts(const Change& change, const Record& record, const MergeResult& result) {
    for (const ConflictNote& note : conflicts_.notesOn(change, record, result)) keepConflict(note, change.stamp);
}

void Push::keepParallels(const Change& change, const Record& record, const MergeResult& result) {
    const Collection* collection = find(centre_.collections, change.collection);
    for (const ConflictNote& note : parallels_.notesOn(change, record, result, collection)) {
        keepConflict(note, change.stamp);
        if (!note.corrects) newNotes_[change.record].push_back(note.id);
    }
}

/// As they are now: those that this transaction has made or changed included.
std::vector<Record> Push::notesAbout(const RecordId& record) {
    std::vector<Record> notes = grid_.find(conflict, conflict.ofRecord, record);
    for (Record& note : notes) {
        const auto here = byKey_.find({conflict.number(), note.id()});
        if (here != byKey_.end() && here->second) note = here->second->after;
    }
    for (const RecordId& made : newNotes_[record]) notes.push_back(recordOf({conflict.number(), made}).after);
    return notes;
}

void Push::refuse(const Change& change, std::string reason) { refused_.push_back({change, std::move(reason), nowMs_}); }

void Push::keepConflict(const ConflictNote& note, const Stamp& cause) {
    Record& record = recordOf({conflict.number(), note.id}).after;
    if (!note.corrects && !record.isNew()) return;  // told twice: by whoever gave a change back, and by its writer
    if (record.isNew()) ++report_.conflicts;
    say(record, conflict, note.values, cause);
}

/// Whoever a person has decided about is not asked about again; a surer reason is told as long as nobody has.
void Push::suggestDuplicates() {
    std::vector<const RecordWrite*> touched;
    for (const RecordWrite& entry : records_) {
        const CollectionNo collection = entry.after.collection();
        if (collection == resident.number() || collection == household.number()) touched.push_back(&entry);
    }
    if (touched.empty()) return;
    Pinyin pinyin;
    for (const DuplicateNote& note : finderWith(pinyin).suggestions(touched)) suggest(note);
}

std::size_t Push::suggest(const GridId& grid, const DuplicatePairs& pairs, Pinyin& pinyin) {
    DuplicateFinder finder = finderWith(pinyin);
    for (const auto& [key, other] : pairs) {
        if (const auto note = finder.noteOn(recordOf(key).after, other)) suggest(*note);
    }
    Batch nothingElse;
    nothingElse.claim.grid = grid;
    end({.grid = grid}, nothingElse);
    return ours_.size();
}

DuplicateFinder Push::finderWith(Pinyin& pinyin) {
    return {grid_, [this](const RecordKey& key) -> const Record& { return recordOf(key).after; }, pinyin};
}

void Push::suggest(const DuplicateNote& note) {
    Record& record = recordOf({duplicate.number(), note.id}).after;
    if (isNewsTo(record, note)) say(record, duplicate, note.values, note.cause);
}

/// The centre speaks as a device does: with a stamp and a number of its own, in the same log.
void Push::say(Record& record, const Collection& collection, std::span<const FieldValue> values, const Stamp& cause) {
    Change change = changeOf(record, values);
    if (change.writes.empty()) return;
    clock_.see(cause);
    change.stamp = clock_.now();
    change.number = ++centreLast_.number;
    centreLast_.time = change.stamp.time;
    merge(record, change, &collection);
    const LogEntry& entry = ourEntries_.emplace_back(entryOf(ours_.emplace_back(std::move(change))));
    centreLast_.link = deviceLink(centreLast_.link, centreLast_.number, entry.hash);
    log_.push_back(&entry);
}

void Push::store(const GridRequest& request, const Batch& batch) {
    keepBatches(request, batch);
    if (log_.empty() && refused_.empty() && last_ == before_) return;
    std::vector<RecordWrite*> changed;
    changed.reserve(records_.size());
    for (RecordWrite& entry : records_) {
        if (entry.after != entry.before) changed.push_back(&entry);
    }
    // In the order of their keys, which is the tables' own: in any other, each row lands on another page.
    std::ranges::sort(changed, {},
                      [](const RecordWrite* write) { return std::pair(write->after.collection(), write->after.id()); });
    std::vector<RecordWrite> writes;
    writes.reserve(changed.size());
    for (RecordWrite* entry : changed) writes.push_back(std::move(*entry));
    if (!log_.empty()) grid_.append(log_);
    if (!writes.empty()) grid_.write(writes);
    grid_.keepRefused(refused_);
    if (last_ != before_) grid_.setLastTaken(device_, last_);
    if (centreLast_.number > 0) grid_.setLastTaken(centre_.device, centreLast_);
}

}  // namespace qiaomen
