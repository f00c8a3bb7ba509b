// SPDX-License-Identifier: Apache-2.0
#include "shared/core/merge.h"

#include <algorithm>

namespace qiaomen {

namespace {

bool isFixed(const Collection* collection, FieldNo field) {
    const Field* known = collection ? collection->find(field) : nullptr;
    return known && known->merge == MergeClass::fixed;
}

bool isSilent(const Collection* collection, FieldNo field) {
    const Field* known = collection ? collection->find(field) : nullptr;
    return known && known->conflict == ConflictPolicy::silent;
}

/// CONFLICT: two writes of one field.
///
/// RESOLUTION: the later stamp wins. Of a field that is written once (all fields of a fact), the earlier stamp wins.
bool incomingWins(const Collection* collection, FieldNo field, const Stamp& stored, const Stamp& incoming) {
    if (stored.isNone()) return true;
    return isFixed(collection, field) ? incoming < stored : incoming > stored;
}

/// CONFLICT: the incoming write did not know the value that it meets (its base is another), and says something else.
///
/// RESOLUTION: whoever wins, the other value is kept as a conflict record until a person decides. Nothing is kept where both
/// say the same, or where the field's later value is simply right.
bool isClash(const Collection* collection, const Stamp& stored, const Value& storedValue, const FieldWrite& write) {
    return !stored.isNone() && stored != write.base && storedValue != write.value && !isSilent(collection, write.field);
}

void mergeField(Record& record, const Change& change, const FieldWrite& write, const Collection* collection,
                MergeResult& result) {
    const Stamp stored = record.stampOf(write.field);
    if (stored == change.stamp) return;  // folded in before
    const Value& storedValue = record.get(write.field);
    const bool wins = incomingWins(collection, write.field, stored, change.stamp);
    if (isClash(collection, stored, storedValue, write)) {
        Clash clash{.field = write.field, .base = write.base};
        clash.winner = {write.field, wins ? write.value : storedValue};
        clash.loser = {write.field, wins ? storedValue : write.value};
        clash.winnerStamp = wins ? change.stamp : stored;
        clash.loserStamp = wins ? stored : change.stamp;
        result.clashes.push_back(std::move(clash));
    }
    if (!wins) return;
    record.put(write.field, write.value, change.stamp);
    result.changed = true;
}

/// CONFLICT: one deletes what another still writes.
///
/// RESOLUTION: the write wins, in whichever order the two arrive and whatever the clocks say, because a deletion covers only
/// the writes that the deleter saw. The lost deletion becomes a conflict record. A write that knows of the deletion brings the
/// record back on purpose, and is no conflict.
void mergeWrite(Record& record, const Change& change, const Collection* collection, MergeResult& result) {
    const bool wasRemoved = record.removal() && !record.isVisible();
    for (const FieldWrite& write : change.writes) mergeField(record, change, write, collection, result);
    if (wasRemoved && record.isVisible() && !change.restores) result.removalLost = true;
}

/// Takes up a stamp that somebody saw on a field: of two for one field, the later.
void see(std::vector<Stamps::Own>& seen, const Stamps::Own& own) {
    const auto at = std::ranges::lower_bound(seen, own.field, {}, &Stamps::Own::field);
    if (at == seen.end() || at->field != own.field) {
        seen.insert(at, own);
    } else {
        at->stamp = std::max(at->stamp, own.stamp);
    }
}

std::vector<Stamps::Own> seenBy(const Change& removal) {
    std::vector<Stamps::Own> seen;
    for (const FieldWrite& write : removal.writes) see(seen, {write.field, write.base});
    return seen;
}

/// CONFLICT: two people delete the same record.
///
/// RESOLUTION: it is deleted; together they cover what either of them saw.
void mergeRemoval(Record& record, const Change& change, MergeResult& result) {
    Removal removal{change.stamp, seenBy(change)};
    if (record.removal()) {
        removal.by = std::max(removal.by, record.removal()->by);
        for (const Stamps::Own& own : record.removal()->seen) see(removal.seen, own);
    }
    result.changed = record.removal() != removal;
    record.setRemoval(std::move(removal));
    result.removalLost = result.changed && record.isVisible();
}

}  // namespace

MergeResult merge(Record& record, const Change& change, const Collection* collection) {
    MergeResult result;
    if (change.kind == Change::Kind::remove) {
        mergeRemoval(record, change, result);
    } else {
        mergeWrite(record, change, collection, result);
    }
    return result;
}

std::vector<Beside> standingBeside(const Record& merged, const Change& change, const MergeResult& result,
                                   const Collection* collection) {
    std::vector<Beside> all;
    const bool applies = collection && collection->nature() == Nature::reg && change.kind == Change::Kind::write &&
                         !result.removalLost && merged.isVisible();
    const auto says = [&](const FieldWrite& write) { return !isSilent(collection, write.field); };
    if (!applies || std::ranges::none_of(change.writes, says)) return all;
    const auto isSettled = [&](const Stamp& stamp) {
        return std::ranges::find(change.writes, stamp, &FieldWrite::base) != change.writes.end() ||
               std::ranges::any_of(result.clashes, [&](const Clash& clash) {
                   return clash.winnerStamp == stamp || clash.loserStamp == stamp;
               });
    };
    for (const auto& [field, stamp] : merged.stamps().own()) {
        if (stamp.device == change.stamp.device || stamp == merged.stamps().row() || isSilent(collection, field))
            continue;
        if (std::ranges::find(change.writes, field, &FieldWrite::field) != change.writes.end() || isSettled(stamp))
            continue;
        const auto met = std::ranges::find(all, stamp, &Beside::stamp);
        if (met == all.end()) {
            all.push_back({stamp, {field}});
        } else {
            met->fields.push_back(field);
        }
    }
    return all;
}

}  // namespace qiaomen
