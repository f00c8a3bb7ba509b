// SPDX-License-Identifier: Apache-2.0
#include "shared/client/practice_grid.h"

#include <map>

#include "shared/domain/id_number.h"
#include "tests/client/neighbourhood.h"

namespace qiaomen::tests {

TEST_CASE("The practice grid keeps every rule of the records, and everybody in it is invented", "[practice]") {
    const Snapshot snapshot = practiceGrid(kMorning, {"新同事", alice}, seededRandom(1));
    std::map<CollectionNo, int> counts;
    for (const Record& record : snapshot.records) {
        const Collection* collection = find(allCollections(), record.collection());
        REQUIRE(collection);
        ++counts[record.collection()];
        for (const Problem& problem : validate(*collection, record))
            FAIL(collection->name() << ": " << problem.message);
        for (const FieldValue& value : record.fields()) CHECK(record.stampOf(value.field).device != alice);
        if (record.collection() == resident.number()) {
            CHECK(record.text(resident.idNumber).starts_with("990000"));
            CHECK(std::holds_alternative<IdNumber>(IdNumber::parse(record.text(resident.idNumber))));
        }
    }
    CHECK(counts[household.number()] == 10);
    CHECK(counts[dwelling.number()] == 16);
    CHECK(counts[conflict.number()] == 1);
    CHECK(counts[doorOrder.number()] == 1);
    CHECK(counts[hazard.number()] == 1);
    CHECK(counts[need.number()] == 1);
}

TEST_CASE("A phone takes the practice grid in as it does any other, and none of it waits to be sent", "[practice]") {
    FakeClock clock;
    const TempFolder folder;
    LocalStore::Options options = phoneOptions(folder, alice, clock);
    options.grid = kPracticeGrid;
    const auto store = ok(LocalStore::open(options));
    const Snapshot snapshot = practiceGrid(clock.ms(), {"新同事", alice}, seededRandom(1));
    ok(store->applySnapshot(snapshot));
    CHECK(ok(store->digest()) == snapshot.digest);
    CHECK(ok(store->safety()) == Safety{});
    CHECK_FALSE(ok(store->search("桂芳", 5)).empty());
}

}  // namespace qiaomen::tests
