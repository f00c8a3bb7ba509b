// SPDX-License-Identifier: Apache-2.0
#include "syncserver/migrate_store.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "tests/syncserver/postgres/postgres_engine.h"
#include "tests/syncserver/postgres/test_store.h"
#include "tests/syncserver/story.h"

using namespace qiaomen;
using namespace qiaomen::tests;
using Catch::Matchers::ContainsSubstring;

namespace {

/// The device signed what was refused, and gave something back besides.
void noteRefused(GridWriter& writer, const GridId& grid, const Change& change) {
    GridRequest request{.grid = grid, .cursor = writer.head().cursor, .changes = {change}};
    request.repair.emplace().held = {change};
    sign(request, carol, {}, keysOf(carol));
    const Batch batch = batchOf(request, carol);
    writer.keepBatch({.claim = batch.claim,
                      .signature = request.signature->bytes,
                      .outside = {{change.number, batch.entries.front().hash}},
                      .given = batch.given});
    writer.setLastTaken(carol, {change.number, LogicalTime::none, batch.claim.link});
}

std::vector<SignedBatch> batchesOf(GridView& grid) {
    std::vector<SignedBatch> all;
    grid.forEachBatch([&](SignedBatch&& batch) { all.push_back(std::move(batch)); });
    return all;
}

/// Two grids with a history, and one where nothing has happened.
void fill(GridStore& store) {
    for (std::uint8_t grid = 1; grid <= 3; ++grid) must(store.createGrid(gridId(grid)));
    for (std::uint8_t grid = 1; grid <= 2; ++grid) {
        const auto writer = must(store.write(gridId(grid)));
        std::vector<Change> changes;
        std::vector<RecordWrite> writes;
        for (std::uint64_t number = 1; number <= 2500; ++number) {
            Change change{.collection = number % 7 == 0 ? CollectionNo{999} : visits().number(), .record = recordId(0)};
            change.record.bytes[13] = grid;
            change.record.bytes[14] = static_cast<std::uint8_t>(number >> 8);
            change.record.bytes[15] = static_cast<std::uint8_t>(number);
            change.stamp = {logicalTime(kMorning + static_cast<std::int64_t>(number)), number % 2 == 0 ? alice : bob};
            change.number = (number + 1) / 2;
            change.writes = {{visits().note, Value("敲门 " + std::to_string(number)), {}}};
            Record after(change.collection, change.record);
            after.put(visits().note, change.writes[0].value, change.stamp);
            writes.push_back({Record(change.collection, change.record), after});
            changes.push_back(std::move(change));
        }
        RefusedChange refused{changes.front(), "too late", kMorning};
        refused.change.stamp.device = carol;
        append(*writer, changes);
        writer->write(writes);
        writer->keepRefused(std::vector{refused});
        for (const DeviceId& device : {alice, bob}) {
            std::vector<Change> theirs;
            std::ranges::copy_if(changes, std::back_inserter(theirs),
                                 [&](const Change& change) { return change.stamp.device == device; });
            noteSigned(*writer, gridId(grid), theirs);
        }
        noteRefused(*writer, gridId(grid), refused.change);
        writer->commit();
    }
}

void checkSame(GridStore& left, GridStore& right) {
    REQUIRE(must(left.grids()) == must(right.grids()));
    for (const GridId& grid : must(left.grids())) {
        const auto one = must(left.view(grid));
        const auto other = must(right.view(grid));
        CHECK(one->head() == other->head());
        CHECK(one->tail(0, {}, {}).changes == other->tail(0, {}, {}).changes);
        CHECK(one->refusedChanges() == other->refusedChanges());
        CHECK(batchesOf(*one) == batchesOf(*other));
        CHECK(one->recordCount() == other->recordCount());
        for (const DeviceId& device : {alice, bob, carol}) CHECK(one->lastTaken(device) == other->lastTaken(device));
    }
}

}  // namespace

TEST_CASE("A centre moves from SQLite to PostgreSQL and back, and no phone could tell", "[postgres][migrate]") {
    const auto files = makeSqliteTestStore();
    const auto database = makePostgresTestStore();
    const auto filesAgain = makeSqliteTestStore();
    fill(files->store());

    const MigrationReport there = must(migrateStore(files->store(), database->store(), collections(), keysOfAll));
    CHECK(there.grids == 3);
    CHECK(there.changes == 5000);
    CHECK(there.records == 5000);
    checkSame(files->store(), database->store());

    const MigrationReport back = must(migrateStore(database->store(), filesAgain->store(), collections(), keysOfAll));
    CHECK(back.grids == 3);
    checkSame(files->store(), filesAgain->store());
}

TEST_CASE("A migration that was interrupted goes on where it stopped", "[postgres][migrate]") {
    const auto files = makeSqliteTestStore();
    const auto database = makePostgresTestStore();
    fill(files->store());
    struct PowerCut {};
    CHECK_THROWS_AS(migrateStore(files->store(), database->store(), collections(), keysOfAll,
                                 [](const GridId&, std::size_t, std::size_t) { throw PowerCut(); }),
                    PowerCut);
    const MigrationReport again = must(migrateStore(files->store(), database->store(), collections(), keysOfAll));
    CHECK(again.already == 1);
    CHECK(again.grids == 2);
    checkSame(files->store(), database->store());
}

TEST_CASE("A target that holds another history of a grid is left as it is", "[postgres][migrate]") {
    const auto files = makeSqliteTestStore();
    const auto database = makePostgresTestStore();
    fill(files->store());
    fill(database->store());
    const GridHead before = must(database->store().view(gridId(1)))->head();
    const auto report = migrateStore(files->store(), database->store(), collections(), keysOfAll);
    REQUIRE_FALSE(report);
    CHECK(report.error().fault == Fault::invalid);
    CHECK_THAT(report.error().message, ContainsSubstring(gridId(1).text()));
    CHECK(must(database->store().view(gridId(1)))->head() == before);
}

TEST_CASE("What does not fit its own digest is not moved", "[postgres][migrate]") {
    const PgAddress address = Cluster::get().freshAddress();
    const auto store = openStore(address);
    fill(*store);
    Cluster::get().connect(address)->script("UPDATE visit SET note = 'nobody at home' WHERE note = '敲门 12'");
    const auto target = makeSqliteTestStore();
    CHECK(migrateStore(*store, target->store(), collections(), keysOfAll).error().fault == Fault::broken);
    CHECK(must(target->store().view(gridId(1)))->head().cursor.seq == 0);
}
