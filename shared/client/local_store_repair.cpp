// SPDX-License-Identifier: Apache-2.0
//
// How LocalStore gets rid of a difference: by bucket, never by fetching the grid.
//
//   compare     the request carries all bucket sums, the answer all of the centre's records in the buckets that differ. What the
//               centre has, or decides alone, is taken over. Where this replica holds writes that the centre's record does not show,
//               the record is listed in _repair, to be given back.
//   repair      the request names the records of _repair, and gives back what they hold of writes that the centre may have
//               forgotten; the answer is what the centre has then. That is taken over, with what is unsent here on top.
//
// A record that a refused change touched, or whose stamps were exchanged, is listed, too. What was refused is never given back.

#include <algorithm>

#include "shared/client/local_store.h"
#include "shared/client/store_parts.h"
#include "shared/core/merge.h"

namespace qiaomen {

namespace {

/// Whether the record holds a write or a removal that the other does not show.
bool showsMore(const Record& record, const Record& other) {
    if (record.removal() && record.removal() != other.removal()) return true;
    const auto isElsewhere = [&](FieldNo field) { return record.stampOf(field) != other.stampOf(field); };
    return std::ranges::any_of(record.fields(), isElsewhere, &FieldValue::field) ||
           std::ranges::any_of(record.stamps().own(), isElsewhere, &Stamps::Own::field);
}

std::map<RecordKey, Record> byKey(const std::vector<Record>& records) {
    std::map<RecordKey, Record> all;
    for (const Record& record : records) all.emplace(RecordKey{record.collection(), record.id()}, record);
    return all;
}

}  // namespace

std::vector<Change> changesIn(const Record& record) {
    std::map<Stamp, Change> byStamp;
    const auto add = [&](FieldNo field, const Value& value) {
        const Stamp stamp = record.stampOf(field);
        Change& change = byStamp[stamp];
        change.collection = record.collection();
        change.record = record.id();
        change.stamp = stamp;
        change.writes.push_back({field, value, {}});
    };
    for (const auto& [field, value] : record.fields()) add(field, value);
    for (const auto& [field, stamp] : record.stamps().own()) {
        if (record.get(field).isNothing()) add(field, {});
    }
    std::vector<Change> changes;
    for (auto& [stamp, change] : byStamp) changes.push_back(std::move(change));
    if (const auto& removal = record.removal()) {
        Change change{.kind = Change::Kind::remove,
                      .collection = record.collection(),
                      .record = record.id(),
                      .stamp = removal->by};
        for (const auto& [field, stamp] : removal->seen) change.writes.push_back({field, {}, stamp});
        changes.push_back(std::move(change));
    }
    return changes;
}

/// As changes that are given back.
std::vector<Change> LocalStore::ofPredecessors(Reader& reader) {
    std::vector<Change> held = reader.outbox.ofPredecessors();
    for (Change& change : held) change.number = 0;
    return held;
}

void LocalStore::addRepair(GridRequest& request, const Own& own, Reader& reader) {
    RepairRequest repair;
    if (own.compareWanted && !own.givesBack) {
        // Whatever was listed before is among what differs.
        repair.digest = reader.tables.digest();
        request.repair = std::move(repair);
        return;
    }
    if (own.givesBack) repair.held = ofPredecessors(reader);
    const std::set<Stamp> refused = reader.outbox.refusedStamps();
    Statement rows = reader.database.prepare("SELECT collection, record FROM _repair LIMIT ?");
    rows.with(std::uint64_t{options_.batches.repair});
    while (rows.step()) {
        const RecordKey key{static_cast<CollectionNo>(rows.integer(0)), rows.id<struct RecordKind>(1)};
        repair.wanted.push_back(key);
        for (Change& change : changesIn(reader.tables.read(key.collection, key.record))) {
            if (!refused.contains(change.stamp)) repair.held.push_back(std::move(change));
        }
    }
    if (repair.wanted.empty() && !own.givesBack) return;
    for (Change& change : repair.held) change.number = 0;
    // Whole changes come before what is left of them in a record.
    std::ranges::stable_sort(repair.held, {}, &Change::stamp);
    request.repair = std::move(repair);
}

void LocalStore::takeOver(const Record& before, const Record& after, Own& updated, Applied& applied, StoreChange& told) {
    writer_->noteTime(after.stamps().latest(), updated);
    if (after.removal()) writer_->noteTime(after.removal()->by, updated);
    if (before == after) return;
    writer_->write(before, after, told);
    ++applied.repaired;
}

void LocalStore::takeDifferences(const RepairReply& repair, Own& updated, Applied& applied, StoreChange& told) {
    std::map<RecordKey, Record> theirs = byKey(repair.records);
    std::vector<bool> differs(Digest::kBuckets);
    for (const std::uint8_t bucket : repair.buckets) differs[bucket] = true;
    std::map<RecordKey, Record> ours;
    writer_->tables.forEach([&](Record&& record) {
        const RecordKey key{record.collection(), record.id()};
        if (!differs[Digest::bucketOf(key.record)]) return;
        theirs.try_emplace(key, key.collection, key.record);
        ours.emplace(key, std::move(record));
    });
    for (const auto& [key, after] : theirs) {
        const auto held = ours.find(key);
        const Record before = held == ours.end() ? Record(key.collection, key.record) : held->second;
        const Collection* collection = qiaomen::find(options_.collections, key.collection);
        const bool isTheirs = collection && collection->nature() == Nature::derived;
        if (isTheirs || !showsMore(before, after)) {
            takeOver(before, after, updated, applied, told);
            continue;
        }
        writer_->database.prepare("INSERT OR IGNORE INTO _repair(collection, record) VALUES(?, ?)")
            .with(static_cast<int>(key.collection), key.record)
            .run();
    }
    updated.compareWanted = false;
    updated.repairedAtMs = options_.clock();
}

void LocalStore::takeWanted(const RepairRequest& request, const RepairReply& repair, Own& updated, Applied& applied,
                            StoreChange& told) {
    std::map<RecordKey, Record> theirs = byKey(repair.records);
    for (const RecordKey& key : request.wanted) theirs.try_emplace(key, key.collection, key.record);
    for (const Change& change : writer_->outbox.unsent(updated.safeNumber)) {
        const auto found = theirs.find({change.collection, change.record});
        if (found != theirs.end()) merge(found->second, change, qiaomen::find(options_.collections, change.collection));
    }
    for (const auto& [key, after] : theirs) {
        takeOver(writer_->tables.read(key.collection, key.record), after, updated, applied, told);
        writer_->database.prepare("DELETE FROM _repair WHERE collection = ? AND record = ?")
            .with(static_cast<int>(key.collection), key.record)
            .run();
    }
    updated.givesBack = false;
}

}  // namespace qiaomen
