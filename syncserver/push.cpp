// SPDX-License-Identifier: Apache-2.0
#include "syncserver/push.h"

#include <algorithm>

#include "shared/domain/conflict.h"
#include "syncserver/change_rules.h"
#include "syncserver/limits.h"

namespace qiaomen {

Push::Push(GridWriter& grid, const CentreVoice& centre)
    : grid_(grid),
      centre_(centre),
      nowMs_(centre.clock()),
      clock_(centre.device, centre.clock),
      centreLast_(grid.lastTaken(centre.device)),
      conflicts_(grid, centre.names) {
    clock_.see({centreLast_.time, centre.device});
}

Result<PushReport> Push::take(const DeviceId& device, const GridRequest& request) {
    device_ = device;
    last_ = grid_.lastTaken(device);
    const LastTaken before = last_;
    if (request.refills) last_.number = std::max(last_.number, request.safe.value_or(0));
    const std::vector<Change>& changes = request.changes;
    const auto fresh = std::ranges::find_if(changes, [&](const Change& change) { return change.number > last_.number; });
    std::uint64_t expected = last_.number;
    for (const Change& change : std::span(fresh, changes.end())) {
        if (change.number != ++expected) {
            return Error{Fault::refused,
                         "change " + std::to_string(expected) + " is missing: got " + std::to_string(change.number)};
        }
    }
    for (const Change& change : std::span(changes.begin(), fresh)) {
        if (wasTaken(change)) continue;
        return PushReport{.lastNumber = before.number, .forkAt = change.number, .refusals = std::move(report_.refusals)};
    }
    load({fresh, changes.end()});
    for (const Change& change : std::span(fresh, changes.end())) {
        report_.clockAhead = waits(change);
        if (report_.clockAhead) break;
        fold(change);
    }
    if (request.repair) {
        for (const Change& change : request.repair->held) giveBack(change);
    }
    store(before);
    report_.lastNumber = last_.number;
    return std::move(report_);
}

/// CONFLICT: a number that was taken comes again.
///
/// RESOLUTION: the same content is the repetition of a request whose answer got lost; a refusal is told again. Other content means
/// that two devices share one identity, or that one was set back: its sender goes on as somebody else, so that both are kept.
bool Push::wasTaken(const Change& change) {
    const auto logged = grid_.logged(change.stamp);
    if (logged && logged->change == change) {
        ++report_.repeated;
        return true;
    }
    const auto refused = grid_.refused(change.stamp, change.number);
    if (!refused || refused->change != change) return false;
    ++report_.repeated;
    report_.refusals.push_back({change.number, refused->reason});
    return true;
}

bool Push::waits(const Change& change) {
    return isAhead(change.stamp, nowMs_, LogicalTime::none) &&
           isAhead(change.stamp, nowMs_, std::max(grid_.latestTime(), last_.time));
}

void Push::load(std::span<const Change> changes) {
    std::vector<RecordKey> keys;
    keys.reserve(changes.size());
    byKey_.reserve(changes.size());
    for (const Change& change : changes) {
        const RecordKey key{change.collection, change.record};
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

void Push::fold(const Change& change) {
    last_.number = change.number;
    const Collection* collection = find(centre_.collections, change.collection);
    Record& record = recordOf({change.collection, change.record}).after;
    if (auto reason = reasonToRefuse(change, collection, record, {device_, last_.time})) {
        report_.refusals.push_back({change.number, *reason});
        return refuse(change, *std::move(reason));
    }
    last_.time = change.stamp.time;
    const MergeResult result = merge(record, change, collection);
    log_.push_back(&change);
    ++report_.taken;
    // What somebody gave back before its writer came has its conflicts already.
    const bool isConflict = !result.clashes.empty() || result.removalLost;
    if (isConflict && !knows(change)) keepConflicts(change, record, result);
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
    log_.push_back(&kept);
    keepConflicts(kept, record, {.changed = result.changed, .clashes = result.clashes});
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

void Push::refuse(const Change& change, std::string reason) {
    refused_.push_back({change, std::move(reason), false, nowMs_});
}

/// The centre speaks as a device does: with a stamp and a number of its own, in the same log.
void Push::keepConflict(const ConflictNote& note, const Stamp& cause) {
    Record& record = recordOf({conflict.number(), note.id}).after;
    if (!note.corrects && !record.isNew()) return;  // told twice: by whoever gave a change back, and by its writer
    Change change = changeOf(record, note.values);
    if (change.writes.empty()) return;
    if (record.isNew()) ++report_.conflicts;
    clock_.see(cause);
    change.stamp = clock_.now();
    change.number = ++centreLast_.number;
    centreLast_.time = change.stamp.time;
    merge(record, change, find(centre_.collections, conflict.number()));
    log_.push_back(&ours_.emplace_back(std::move(change)));
}

void Push::store(const LastTaken& before) {
    if (log_.empty() && refused_.empty() && last_ == before) return;
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
    if (last_ != before) grid_.setLastTaken(device_, last_);
    if (centreLast_.number > 0) grid_.setLastTaken(centre_.device, centreLast_);
}

}  // namespace qiaomen
