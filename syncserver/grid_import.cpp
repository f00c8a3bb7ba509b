// SPDX-License-Identifier: Apache-2.0
#include "syncserver/grid_import.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "shared/core/merge.h"
#include "shared/domain/collections.h"

namespace qiaomen {

namespace {

Value textOrNothing(const std::string& text) { return text.empty() ? Value() : Value(text); }

Value wholeOrNothing(const std::string& digits) {
    std::int64_t number = 0;
    const auto [end, wrong] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return wrong == std::errc() && end != digits.data() ? Value(number) : Value();
}

Value realOrNothing(const std::string& digits) {
    double number = 0;
    const auto [end, wrong] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return wrong == std::errc() && end != digits.data() ? Value(number) : Value();
}

/// 荷塘路荷塘苑37号3栋2单元201室, or 柳湾村1号.
std::string addressOf(const HouseholdRow& row) {
    const auto with = [](const std::string& text, std::string_view ending) {
        return text.empty() || text.ends_with(ending) ? text : text + std::string(ending);
    };
    const std::string place = row.estate.empty() ? row.villageGroup : row.estate;
    const bool named = row.building.empty() || row.building.ends_with("栋") || row.building.ends_with("幢") ||
                       row.building.ends_with("楼");
    return place + with(row.gate, "号") + (named ? row.building : row.building + "栋") + with(row.unit, "单元") +
           with(row.room, "室");
}

std::string dwellingName(const std::string& address) { return "dwelling " + address; }
std::string householdName(const std::string& number) { return "household " + number; }

/// An identity number is the best name; without one the household, name and birth date together.
std::vector<std::string> residentNames(const RecordId& household, const std::string& idNumber, const std::string& name,
                                       const std::string& birthDate) {
    std::vector<std::string> names;
    if (!idNumber.empty()) names.push_back("resident " + idNumber);
    names.push_back("resident " + household.text() + " " + name + " " + birthDate);
    return names;
}

}  // namespace

GridImport::GridImport(const GridId& id, GridView& view, const DeviceId& office, const ClockSource& clock)
    : grid_(id), clock_(office, clock), number_(view.lastTaken(office).number) {
    clock_.see({view.lastTaken(office).time, office});
    view.forEachChangeOf(office, [&](LoggedChange&& logged) {
        const RecordKey key{logged.change.collection, logged.change.record};
        merge(said_.try_emplace(key, key.collection, key.record).first->second, logged.change,
              find(allCollections(), key.collection));
    });
    for (const auto& [key, record] : said_) index(record, saidNames_);
    view.forEachRecord([&](Record&& record) {
        clock_.see(record.stamps().latest());
        if (record.isVisible()) index(record, currentNames_);
        current_.emplace(RecordKey{record.collection(), record.id()}, std::move(record));
    });
}

void GridImport::index(const Record& record, Names& names) {
    const auto know = [&](const std::string& name) { names.emplace(name, record.id()); };
    if (record.collection() == dwelling.number()) know(dwellingName(record.text(dwelling.address)));
    if (record.collection() == household.number()) know(householdName(record.text(household.householdNumber)));
    if (record.collection() == resident.number()) {
        const auto all = residentNames(record.reference(resident.household), record.text(resident.idNumber),
                                       record.text(resident.fullName), record.text(resident.birthDate));
        std::ranges::for_each(all, know);
    }
}

/// The record that goes by one of the names, the best name first; a new one's id is derived from the best.
RecordId GridImport::idOf(CollectionNo collection, const std::vector<std::string>& names, const Names& own,
                          const Names& all) const {
    for (const Names* known : {&own, &all}) {
        for (const std::string& name : names) {
            const auto found = known->find(name);
            if (found != known->end() && current_.contains({collection, found->second})) return found->second;
        }
    }
    return RecordId::named(grid_.bytes, names.front());
}

/// CONFLICT: the office's file says something else than the grid.
///
/// RESOLUTION: what the office itself said last time decides whether it is news. If the cell is as it was, somebody else has
/// changed the record since, and it stays. If the cell is new, it is written, with the office's own last write as its base: where
/// somebody else wrote meanwhile, the hub will keep both.
RecordId GridImport::put(CollectionNo collection, const std::vector<std::string>& names,
                         const std::vector<FieldValue>& values) {
    const RecordId id = idOf(collection, names, saidNames_, currentNames_);
    const RecordKey key{collection, id};
    Record& said = said_.try_emplace(key, collection, id).first->second;
    const auto current = current_.find(key);
    Change change = changeOf(said, values);
    std::erase_if(change.writes, [&](const FieldWrite& write) {
        const Value& now = current == current_.end() ? said.get(write.field) : current->second.get(write.field);
        return now == write.value;
    });
    if (change.writes.empty()) return id;
    change.stamp = clock_.now();
    change.number = ++number_;
    merge(said, change, find(allCollections(), collection));
    Record& merged = current_.try_emplace(key, collection, id).first->second;
    merge(merged, change, find(allCollections(), collection));
    index(merged, currentNames_);
    changes_.push_back(std::move(change));
    return id;
}

void GridImport::add(const GridRow& row) {
    put(grid.number(), {"grid " + row.code},
        {{grid.code, textOrNothing(row.code)},
         {grid.gridName, textOrNothing(row.name)},
         {grid.kind, textOrNothing(row.kind)},
         {grid.community, textOrNothing(row.community)},
         {grid.boundary, textOrNothing(row.boundary)},
         {grid.plannedHouseholds, wholeOrNothing(row.plannedHouseholds)},
         {grid.worker, textOrNothing(row.worker)},
         {grid.clerk, textOrNothing(row.clerk)},
         {grid.phone, textOrNothing(row.phone)}});
}

void GridImport::add(const HouseholdRow& row) {
    const std::string address = addressOf(row);
    const RecordId door = put(dwelling.number(), {dwellingName(address)},
                              {{dwelling.estate, textOrNothing(row.estate)},
                               {dwelling.gate, textOrNothing(row.gate)},
                               {dwelling.building, textOrNothing(row.building)},
                               {dwelling.unit, textOrNothing(row.unit)},
                               {dwelling.floor, wholeOrNothing(row.floor)},
                               {dwelling.room, textOrNothing(row.room)},
                               {dwelling.villageGroup, textOrNothing(row.villageGroup)},
                               {dwelling.address, textOrNothing(address)},
                               {dwelling.use, textOrNothing(row.use)},
                               {dwelling.area, realOrNothing(row.area)},
                               {dwelling.owner, textOrNothing(row.owner)},
                               {dwelling.ownerPhone, textOrNothing(row.ownerPhone)}});
    if (!row.isOccupied()) return;
    households_[row.number] = put(household.number(), {householdName(row.number)},
                                  {{household.householdNumber, textOrNothing(row.number)},
                                   {household.dwelling, door},
                                   {household.headName, textOrNothing(row.headName)},
                                   {household.registerKind, textOrNothing(row.registerKind)},
                                   {household.tags, textOrNothing(row.tags)},
                                   {household.phone, textOrNothing(row.phone)},
                                   {household.contactWay, textOrNothing(row.contactWay)},
                                   {household.quietHours, textOrNothing(row.quietHours)},
                                   {household.doNotAsk, textOrNothing(row.doNotAsk)},
                                   {household.note, textOrNothing(row.note)}});
}

void GridImport::add(const QuestionSet& set) {
    const auto nameOf = [&](const std::string& code) { return "question " + set.code + " " + code; };
    const RecordId id = put(questionSet.number(), {"question set " + set.code}, valuesOf(set));
    std::set<std::string> asked;
    int position = 0;
    for (const Question& question : set.questions) {
        put(questionItem.number(), {nameOf(question.code)}, valuesOf(question, id, ++position));
        asked.insert(question.code);
    }
    std::vector<std::string> dropped;
    for (const auto& [key, record] : current_) {
        if (key.collection != questionItem.number() || record.reference(questionItem.set) != id) continue;
        if (!asked.contains(record.text(questionItem.code))) dropped.push_back(record.text(questionItem.code));
    }
    for (const std::string& code : dropped) put(questionItem.number(), {nameOf(code)}, {{questionItem.dropped, true}});
}

void GridImport::add(const ResidentRow& row) {
    const RecordId home = households_.at(row.householdNumber);
    put(resident.number(), residentNames(home, row.idNumber, row.name, row.birthDate),
        {{resident.household, home},
         {resident.fullName, textOrNothing(row.name)},
         {resident.sex, textOrNothing(row.sex)},
         {resident.birthDate, textOrNothing(row.birthDate)},
         {resident.idNumber, textOrNothing(row.idNumber)},
         {resident.noIdReason, textOrNothing(row.noIdReason)},
         {resident.relation, textOrNothing(row.relation)},
         {resident.phone, textOrNothing(row.phone)},
         {resident.population, textOrNothing(row.population)},
         {resident.nation, textOrNothing(row.nation)},
         {resident.workUnit, textOrNothing(row.workUnit)},
         {resident.registerPlace, textOrNothing(row.registerPlace)},
         {resident.careTags, textOrNothing(row.careTags)},
         {resident.livesHereFrom, textOrNothing(row.livesHereFrom)}});
}

}  // namespace qiaomen
