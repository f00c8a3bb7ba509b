// SPDX-License-Identifier: Apache-2.0
#include "syncserver/grid_store.h"

#include <algorithm>
#include <atomic>
#include <catch2/catch_template_test_macros.hpp>
#include <catch2/catch_test_macros.hpp>
#include <thread>

#include "shared/core/codec.h"
#include "shared/core/merge.h"
#include "shared/core/signature.h"
#include "shared/domain/collections.h"
#include "syncserver/sqlite_grid_store.h"
#include "tests/syncserver/story.h"

using namespace qiaomen;
using namespace qiaomen::tests;

// Every engine of the centre passes the same stories. An engine is a class with a folder of its own, `store()` and `reopen()`,
// which is what the end of the process and a new start would do.
namespace {

class SqliteEngine {
public:
    SqliteEngine() { reopen(); }
    GridStore& store() { return *store_; }
    void reopen(std::size_t maxOpen = 128) {
        store_.reset();
        store_ = std::make_unique<SqliteGridStore>(
            SqliteGridStore::Options{folder_.path(), DatabaseKey{7}, allCollections(), machineRandom(), maxOpen});
    }

private:
    TempFolder folder_;
    std::unique_ptr<SqliteGridStore> store_;
};

Change visitOf(const DeviceId& who, std::uint64_t number, std::string_view remark = "") {
    Change change{.collection = visit.number(), .record = RecordId::named(who.bytes, std::to_string(number))};
    change.stamp = {logicalTime(kMorning + static_cast<std::int64_t>(number)), who};
    change.number = number;
    change.writes = {{visit.household, kHome, {}}, {visit.outcome, "met", {}}, {visit.remark, remark, {}}};
    return change;
}

/// What a hub does, without any rules.
void writeOne(GridWriter& grid, const Change& change) {
    const RecordKey key{change.collection, change.record};
    RecordWrite write{grid.read({&key, 1}).front(), grid.read({&key, 1}).front()};
    merge(write.after, change, find(allCollections(), change.collection));
    const Change* const one = &change;
    grid.append({&one, 1});
    grid.write({&write, 1});
    grid.setLastTaken(change.stamp.device, {change.number, change.stamp.time});
}

void commitOne(GridStore& store, const GridId& grid, const Change& change) {
    auto writer = must(store.write(grid));
    writeOne(*writer, change);
    writer->commit();
}

}  // namespace

TEMPLATE_TEST_CASE("What was committed is there after a restart; what was not is gone", "[grid_store]", SqliteEngine) {
    TestType engine;
    must(engine.store().createGrid(gridId(1)));
    commitOne(engine.store(), gridId(1), visitOf(alice, 1, "第一次"));
    const GridHead committed = must(engine.store().view(gridId(1)))->head();
    {
        auto writer = must(engine.store().write(gridId(1)));
        writeOne(*writer, visitOf(alice, 2));
        CHECK(writer->head().cursor.seq == 2);
    }  // given up
    CHECK(must(engine.store().view(gridId(1)))->head() == committed);
    engine.reopen();
    const auto view = must(engine.store().view(gridId(1)));
    CHECK(view->head() == committed);
    CHECK(view->lastTaken(alice).number == 1);
    CHECK(view->lastTaken(bob).number == 0);
    CHECK(view->recordCount() == 1);
    REQUIRE(view->logged({logicalTime(kMorning + 1), alice}));
    CHECK(view->logged({logicalTime(kMorning + 1), alice})->change == visitOf(alice, 1, "第一次"));
    CHECK_FALSE(view->logged({logicalTime(kMorning + 2), alice}));
}

TEMPLATE_TEST_CASE("The chain and the digest say what is in the grid", "[grid_store]", SqliteEngine) {
    TestType engine;
    must(engine.store().createGrid(gridId(1)));
    Hash256 chain{};
    Digest digest;
    for (std::uint64_t number = 1; number <= 5; ++number) {
        const Change change = visitOf(alice, number);
        commitOne(engine.store(), gridId(1), change);
        chain = chainLink(chain, number, change, encodeBody(change));
        Record record(change.collection, change.record);
        merge(record, change, &visit);
        digest.add(record);
    }
    const GridHead head = must(engine.store().view(gridId(1)))->head();
    CHECK(head.chain == chain);
    CHECK(head.digest == digest.total());
    CHECK(head.cursor.epoch != 0);
}

TEMPLATE_TEST_CASE("A view stays at its moment while others commit", "[grid_store]", SqliteEngine) {
    TestType engine;
    must(engine.store().createGrid(gridId(1)));
    commitOne(engine.store(), gridId(1), visitOf(alice, 1));
    const auto view = must(engine.store().view(gridId(1)));
    CHECK(view->head().cursor.seq == 1);
    commitOne(engine.store(), gridId(1), visitOf(alice, 2));
    CHECK(view->head().cursor.seq == 1);
    CHECK(view->tail(0, bob, {}).changes.size() == 1);
    CHECK(view->recordCount() == 1);
}

TEMPLATE_TEST_CASE("The tail leaves out one's own changes, and ends with whole commits where it can", "[grid_store]",
                   SqliteEngine) {
    TestType engine;
    must(engine.store().createGrid(gridId(1)));
    {
        auto writer = must(engine.store().write(gridId(1)));  // one commit: 1, 2, 3
        for (std::uint64_t number = 1; number <= 3; ++number) writeOne(*writer, visitOf(alice, number));
        writer->commit();
    }
    commitOne(engine.store(), gridId(1), visitOf(bob, 1));
    commitOne(engine.store(), gridId(1), visitOf(alice, 4));
    const auto view = must(engine.store().view(gridId(1)));

    const Tail all = view->tail(0, bob, {});
    CHECK(all.changes.size() == 4);
    CHECK(all.upTo == 5);
    CHECK_FALSE(all.more);
    const Tail others = view->tail(0, alice, {});
    CHECK(others.changes.size() == 1);
    CHECK(others.upTo == 5);  // a cursor passes one's own changes, too

    const Tail four = view->tail(0, carol, {.maxChanges = 4, .maxBytes = 1 << 20});
    CHECK(four.changes.size() == 4);
    CHECK(four.more);
    CHECK(four.upTo == 4);
    const Tail cut = view->tail(0, carol, {.maxChanges = 2, .maxBytes = 1 << 20});
    CHECK(cut.changes.size() == 2);  // one commit is larger than the limit: it must be cut
    CHECK(cut.more);
    const Tail tiny = view->tail(0, carol, {.maxChanges = 100, .maxBytes = 1});
    CHECK(tiny.changes.size() == 1);  // never nothing: the reader would stand still
    CHECK(tiny.upTo == 1);
    CHECK(view->tail(5, carol, {}).changes.empty());
}

TEMPLATE_TEST_CASE("Refused changes are kept beside the log, each once", "[grid_store]", SqliteEngine) {
    TestType engine;
    must(engine.store().createGrid(gridId(1)));
    const RefusedChange refused{visitOf(alice, 1), "outcome is missing", false, kMorning};
    for (int twice = 0; twice < 2; ++twice) {
        auto writer = must(engine.store().write(gridId(1)));
        writer->keepRefused({&refused, 1});
        writer->commit();
    }
    const auto view = must(engine.store().view(gridId(1)));
    REQUIRE(view->refused(refused.change.stamp, 1));
    CHECK(*view->refused(refused.change.stamp, 1) == refused);
    CHECK_FALSE(view->refused(refused.change.stamp, 2));
    CHECK(view->refusedChanges().size() == 1);
    CHECK(view->head().cursor.seq == 0);
}

TEMPLATE_TEST_CASE("Grids are found again, each for itself, and a grid that is not there is missing", "[grid_store]",
                   SqliteEngine) {
    TestType engine;
    for (std::uint8_t number = 1; number <= 20; ++number) {
        must(engine.store().createGrid(gridId(number)));
        commitOne(engine.store(), gridId(number), visitOf(alice, 1, std::to_string(number)));
    }
    must(engine.store().createGrid(gridId(1)));  // again: harmless
    engine.reopen(3);                            // fewer may be open than there are
    CHECK(must(engine.store().grids()).size() == 20);
    for (int round = 0; round < 2; ++round) {
        for (std::uint8_t number = 1; number <= 20; ++number) {
            const auto view = must(engine.store().view(gridId(number)));
            CHECK(view->tail(0, bob, {}).changes.front().change.writes.back().value == Value(std::to_string(number)));
        }
    }
    CHECK(engine.store().openGrids() <= 4);
    CHECK(engine.store().view(gridId(99)).error().fault == Fault::missing);
    CHECK(engine.store().write(gridId(99)).error().fault == Fault::missing);
}

TEMPLATE_TEST_CASE("Eight writers and four readers on one grid: no cursor ever skips a change", "[grid_store]",
                   SqliteEngine) {
    constexpr std::uint64_t kEach = 100;
    TestType engine;
    must(engine.store().createGrid(gridId(1)));
    std::atomic<int> writing{8};
    std::atomic<bool> skipped{false};
    std::vector<std::thread> threads;
    for (std::uint8_t n = 1; n <= 8; ++n) {
        threads.emplace_back([&, n] {
            for (std::uint64_t number = 1; number <= kEach; ++number)
                commitOne(engine.store(), gridId(1), visitOf(device(n), number));
            --writing;
        });
    }
    std::atomic<int> complete{0};
    for (int reader = 0; reader < 4; ++reader) {
        threads.emplace_back([&] {
            std::uint64_t seen = 0;
            for (bool last = false; seen < 8 * kEach && !skipped; last = writing == 0) {
                const Tail tail = must(engine.store().view(gridId(1)))
                                      ->tail(seen, DeviceId{}, {.maxChanges = 7, .maxBytes = 1 << 20});
                for (const LoggedChange& logged : tail.changes) skipped = skipped || logged.seq != ++seen;
                if (last && tail.changes.empty()) break;
            }
            if (seen == 8 * kEach) ++complete;
        });
    }
    for (std::thread& thread : threads) thread.join();
    CHECK_FALSE(skipped);
    CHECK(complete == 4);
    CHECK(must(engine.store().view(gridId(1)))->head().cursor.seq == 8 * kEach);
}
