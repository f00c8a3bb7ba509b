// SPDX-License-Identifier: Apache-2.0
#include "tests/client/neighbourhood.h"

#include <mutex>

#include "shared/domain/question_file.h"

namespace qiaomen::tests {

KeyPair centreKeys() { return makeKeyPair(seededRandom(42)); }

RecordId newRecord() {
    static std::mutex mutex;
    static const RandomSource random = seededRandom(7);
    static std::int64_t ms = kMorning;
    const std::lock_guard lock(mutex);
    return RecordId::make(++ms, random);
}

LocalStore::Options phoneOptions(const TempFolder& folder, DeviceId device, const FakeClock& clock,
                                 Collections collections) {
    return {.file = folder / "east.db",
            .key = kPhoneKey,
            .grid = kEast,
            .device = device,
            .collections = collections,
            .clock = clock.source(),
            .centreKey = centreKeys().publicKey,
            .deviceKey = keysOf(device)};
}

// --- Centre -----------------------------------------------------------------------------------------------------------

Centre::Centre(const FakeClock& clock, const std::optional<SqliteGridStore::Options>& storage) {
    store_ = std::make_unique<SqliteGridStore>(storage.value_or(SqliteGridStore::Options{
        .folder = folder_ / "grids", .collections = allCollections(), .random = seededRandom(1)}));
    ok(store_->createGrid(kEast));
    hub_ = std::make_unique<Hub>(*store_,
                                 Hub::Options{.centre = {.device = tests::device(0xf),
                                                         .clock = clock.source(),
                                                         .collections = allCollections(),
                                                         .names = [](const DeviceId& id) { return nameOf(id); }},
                                              .signingKey = centreKeys().secretKey});
}

Grant Centre::grantFor(const DeviceId& device) const {
    return {.device = nameOf(device), .id = device, .key = keysOf(device).publicKey, .grids = {kEast}};
}

Digest Centre::digest() {
    Digest digest;
    auto view = ok(store_->view(kEast));
    view->forEachRecord([&](Record&& record) { digest.add(record); });
    return digest;
}

// --- Phone ------------------------------------------------------------------------------------------------------------

Phone::Phone(DeviceId device, Centre& centre, const FakeClock& clock, Collections collections, RequestLimits limits)
    : options_(phoneOptions(folder_, device, clock, collections)),
      limits_(limits),
      way_(centre.hub(), centre.grantFor(device)) {
    restart();
}

void Phone::restart() {
    client_.reset();
    store_.reset();
    store_ = ok(LocalStore::open(options_));
    client_ = std::make_unique<SyncClient>(way_, std::vector{store_.get()}, "story 1", limits_);
}

RecordId Phone::meets(const RecordId& household, std::string_view remark) {
    const RecordId record = newRecord();
    ok(store_->save({visit.number(),
                     record,
                     {{visit.household, household},
                      {visit.occurredAt, store_->nowMs()},
                      {visit.way, "door"},
                      {visit.outcome, "met"},
                      {visit.remark, remark}}}));
    return record;
}

void Phone::edits(const Collection& collection, const RecordId& record, FieldNo field, Value value) {
    ok(store_->save({collection.number(), record, {{field, std::move(value)}}}));
}

Family moveIn(LocalStore& store, const std::string& building, const std::string& unit, const std::string& room,
              const std::vector<FamilyMember>& members) {
    Family family{newRecord(), newRecord(), {}};
    std::vector<Edit> edits;
    edits.push_back({dwelling.number(),
                     family.dwelling,
                     {{dwelling.estate, "锦绣花园"},
                      {dwelling.building, building + "栋"},
                      {dwelling.unit, unit + "单元"},
                      {dwelling.floor, std::stoi(room) / 100},
                      {dwelling.room, room},
                      {dwelling.address, "锦绣花园" + building + "栋" + unit + "单元" + room + "室"}}});
    edits.push_back({household.number(),
                     family.household,
                     {{household.dwelling, family.dwelling}, {household.headName, members.front().name}}});
    for (const FamilyMember& member : members) {
        Edit edit{
            resident.number(), newRecord(), {{resident.household, family.household}, {resident.fullName, member.name}}};
        edit.values.push_back({resident.relation, family.members.empty() ? Value("0") : Value("8")});
        if (!member.phone.empty()) edit.values.push_back({resident.phone, member.phone});
        if (!member.idNumber.empty()) edit.values.push_back({resident.idNumber, member.idNumber});
        if (!member.careTags.empty()) edit.values.push_back({resident.careTags, member.careTags});
        family.members.push_back(edit.record);
        edits.push_back(std::move(edit));
    }
    ok(store.save(edits));
    return family;
}

RecordId bringQuestions(LocalStore& store, const char* file) {
    const QuestionSet set = ok(parseQuestionSet(file));
    const auto written = [](std::vector<FieldValue> values) {
        std::erase_if(values, [](const FieldValue& value) { return value.value.isNothing(); });
        return values;
    };
    const RecordId id = newRecord();
    std::vector<Edit> edits{{questionSet.number(), id, written(valuesOf(set))}};
    int position = 0;
    for (const Question& question : set.questions)
        edits.push_back({questionItem.number(), newRecord(), written(valuesOf(question, id, ++position))});
    ok(store.save(edits));
    return id;
}

}  // namespace qiaomen::tests
