// SPDX-License-Identifier: Apache-2.0
#include "syncserver/duplicate_finder.h"

#include <algorithm>
#include <array>
#include <set>

#include "shared/domain/duplicate.h"
#include "shared/domain/household.h"
#include "shared/domain/resident.h"

namespace qiaomen {

namespace {

/// By what others are looked up; each of them has an index.
std::span<const FieldNo> lookedUp(CollectionNo collection) {
    static const std::array ofResident = {resident.idNumber, resident.fullName};
    static const std::array ofHousehold = {household.householdNumber, household.dwelling};
    return collection == resident.number() ? std::span<const FieldNo>(ofResident)
                                           : std::span<const FieldNo>(ofHousehold);
}

/// What decides whether two are alike.
std::span<const FieldNo> matching(CollectionNo collection) {
    static const std::array ofResident = {resident.idNumber, resident.fullName, resident.birthDate, resident.phone,
                                          resident.household};
    static const std::array ofHousehold = {household.householdNumber, household.dwelling, household.headName};
    return collection == resident.number() ? std::span<const FieldNo>(ofResident)
                                           : std::span<const FieldNo>(ofHousehold);
}

bool concerns(const RecordWrite& write) {
    const CollectionNo collection = write.after.collection();
    if (collection != resident.number() && collection != household.number()) return false;
    return write.after.isVisible() && std::ranges::any_of(matching(collection), [&](FieldNo field) {
               return write.before.get(field) != write.after.get(field);
           });
}

std::string handle(const Record& record, FieldNo field) {
    return std::to_string(static_cast<int>(record.collection())) + " " + std::to_string(static_cast<int>(field)) + " " +
           print(record.get(field));
}

RecordId idOfPair(const RecordId& first, const RecordId& second) {
    return RecordId::named(first.bytes, "duplicate " + second.text());
}

}  // namespace

bool isNewsTo(const Record& known, const DuplicateNote& note) {
    const auto score = std::ranges::find(note.values, duplicate.score, &FieldValue::field);
    return known.isNew() ||
           (known.text(duplicate.state) == "open" && score->value.integer() > known.integer(duplicate.score));
}

std::vector<DuplicateNote> DuplicateFinder::suggestions(std::span<const RecordWrite* const> touched) {
    for (const RecordWrite* one : touched) {
        const RecordWrite& write = *one;
        if (!concerns(write)) continue;
        for (const FieldNo field : lookedUp(write.after.collection())) {
            if (!write.after.get(field).isNothing()) made_.emplace(handle(write.after, field), write.after.id());
        }
    }
    std::vector<DuplicateNote> notes;
    std::set<RecordId> told;
    for (const RecordWrite* one : touched) {
        const RecordWrite& write = *one;
        if (!concerns(write)) continue;
        for (auto& [other, note] : alike(write.after)) {
            if (told.insert(note.id).second) notes.push_back(std::move(note));
        }
    }
    return notes;
}

std::map<RecordId, DuplicateNote> DuplicateFinder::alike(const Record& record) {
    std::map<RecordId, DuplicateNote> found;
    const bool isResident = record.collection() == resident.number();
    const Collection& collection = isResident ? static_cast<const Collection&>(resident) : household;
    for (const FieldNo field : lookedUp(record.collection())) {
        if (record.get(field).isNothing()) continue;
        for (const Record& other : view_.find(collection, field, record.get(field))) compare(record, other.id(), found);
        const auto [begin, end] = made_.equal_range(handle(record, field));
        for (auto other = begin; other != end; ++other) compare(record, other->second, found);
    }
    return found;
}

void DuplicateFinder::compare(const Record& record, const RecordId& other, std::map<RecordId, DuplicateNote>& found) {
    if (found.contains(other)) return;
    if (auto note = noteOn(record, other)) found.emplace(other, *std::move(note));
}

std::optional<DuplicateNote> DuplicateFinder::noteOn(const Record& record, const RecordId& other) {
    if (other == record.id()) return std::nullopt;
    const Record& known = now_({record.collection(), other});
    const auto likeness = record.collection() == resident.number()
                              ? likenessOfResidents(record, known, doorOf(record) == doorOf(known), pinyin_)
                              : likenessOfHouseholds(record, known);
    if (!likeness) return std::nullopt;
    const auto [first, second] = std::minmax(record.id(), other);
    DuplicateNote note{idOfPair(first, second), {}, record.stamps().latest()};
    note.values = {{duplicate.ofCollection, static_cast<int>(record.collection())},
                   {duplicate.first, first},
                   {duplicate.second, second},
                   {duplicate.reason, likeness->reason},
                   {duplicate.score, likeness->score},
                   {duplicate.state, "open"}};
    return note;
}

RecordId DuplicateFinder::doorOf(const Record& person) {
    const RecordId home = person.reference(resident.household);
    if (home.isNone()) return person.id();
    const RecordId door = now_({household.number(), home}).reference(household.dwelling);
    return door.isNone() ? home : door;
}

}  // namespace qiaomen
