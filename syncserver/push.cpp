// SPDX-License-Identifier: Apache-2.0
#include "syncserver/push.h"

#include <algorithm>

#include "shared/domain/conflict.h"
#include "syncserver/change_rules.h"

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

Result<PushReport> Push::take(const DeviceId& device, const std::vector<Change>& changes) {
    device_ = device;
    last_ = grid_.lastTaken(device);
    const auto fresh = std::ranges::find_if(changes, [&](const Change& change) { return change.number > last_.number; });
    std::uint64_t expected = last_.number;
    for (const Change& change : std::span(fresh, changes.end())) {
        if (change.number != ++expected) {
            return Error{Fault::refused,
                         "change " + std::to_string(expected) + " is missing: got " + std::to_string(change.number)};
        }
    }
    for (const Change& change : std::span(changes.begin(), fresh)) skip(change);
    load({fresh, changes.end()});
    for (const Change& change : std::span(fresh, changes.end())) fold(change);
    store();
    report_.lastNumber = last_.number;
    return std::move(report_);
}

/// CONFLICT: a number that was taken comes again.
///
/// RESOLUTION: the same content is the repetition of a request whose answer got lost, and is skipped; a refusal is told again.
/// Other content means that two devices share one identity, or that one was set back: kept aside, and said to its sender.
void Push::skip(const Change& change) {
    const auto logged = grid_.logged(change.stamp);
    if (logged && logged->change == change) {
        ++report_.repeated;
        return;
    }
    const auto refused = grid_.refused(change.stamp, change.number);
    if (refused && refused->change == change) {
        ++report_.repeated;
        report_.refusals.push_back({change.number, refused->reason});
        return;
    }
    refuse(change,
           "number " + std::to_string(change.number) +
               " of this device was taken with other content: the device exists twice, or was set back",
           true);
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
    if (auto reason = reasonToRefuse(change, collection, record, {device_, last_.time, nowMs_})) {
        return refuse(change, *std::move(reason), false);
    }
    last_.time = change.stamp.time;
    const MergeResult result = merge(record, change, collection);
    log_.push_back(&change);
    ++report_.taken;
    if (result.clashes.empty() && !result.removalLost) return;
    for (const ConflictNote& note : conflicts_.notesOn(change, record, result)) keepConflict(note, change.stamp);
}

void Push::refuse(const Change& change, std::string reason, bool isFork) {
    report_.refusals.push_back({change.number, reason});
    if (isFork) ++report_.forks;
    refused_.push_back({change, std::move(reason), isFork, nowMs_});
}

/// The centre speaks as a device does: with a stamp and a number of its own, in the same log.
void Push::keepConflict(const ConflictNote& note, const Stamp& cause) {
    Record& record = recordOf({conflict.number(), note.id}).after;
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

void Push::store() {
    if (log_.empty() && refused_.empty()) return;
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
    grid_.append(log_);
    grid_.write(writes);
    grid_.keepRefused(refused_);
    grid_.setLastTaken(device_, last_);
    if (centreLast_.number > 0) grid_.setLastTaken(centre_.device, centreLast_);
}

}  // namespace qiaomen
