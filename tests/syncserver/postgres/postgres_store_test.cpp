// SPDX-License-Identifier: Apache-2.0
//
// What only the store over PostgreSQL can meet: a server that dies, several programs on one database, settings that would lose
// data.
#include <algorithm>
#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <thread>

#include "shared/domain/collections.h"
#include "syncserver/hub.h"
#include "syncserver/verify.h"
#include "tests/support/effort.h"
#include "tests/syncserver/postgres/postgres_engine.h"
#include "tests/syncserver/postgres/test_store.h"
#include "tests/syncserver/story.h"

using namespace qiaomen;
using namespace qiaomen::tests;
using Catch::Matchers::ContainsSubstring;

namespace {

const GridId kGrid = gridId(1);

Change noted(const DeviceId& device, std::uint64_t number) {
    RecordId record = recordId(0);
    record.bytes[0] = device.bytes[15];
    for (std::size_t i = 0; i < 4; ++i) record.bytes[12 + i] = static_cast<std::uint8_t>(number >> (24 - 8 * i));
    Change change{.collection = visits().number(), .record = record};
    change.stamp = {logicalTime(kMorning + static_cast<std::int64_t>(number)), device};
    change.number = number;
    change.writes = {{visits().note, Value("visit " + std::to_string(number)), {}}};
    return change;
}

/// What a push does, in small: the log, the record, the device's number.
void record(GridWriter& grid, const Change& change) {
    Record after(change.collection, change.record);
    for (const FieldWrite& write : change.writes) after.put(write.field, write.value, change.stamp);
    append(grid, {change});
    grid.write(std::vector{RecordWrite{Record(change.collection, change.record), after}});
    noteSigned(grid, kGrid, {change});
}

int backendOf(PgConnection& observer, const std::string& condition) {
    const PgRows rows = observer.run(
        "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend'"
        " AND pid <> pg_backend_pid() AND " +
        condition + " ORDER BY pid LIMIT 1");
    return rows.isEmpty() ? 0 : static_cast<int>(rows.integer(0, 0));
}

/// The answers of a hub over a store, to a morning of three phones with conflicts, deletions and refusals.
struct Morning {
    explicit Morning(GridStore& store)
        : hub(store, {.centre = {.device = device(200),
                                 .clock = clock.source(),
                                 .collections = allCollections(),
                                 .names = [](const DeviceId& id) { return nameOf(id); }},
                      .signingKey = makeKeyPair(seededRandom(1)).secretKey}) {
        must(store.createGrid(kGrid));
    }

    GridReply push(const DeviceId& device, std::vector<Change> changes) {
        const Grant grant{.id = device, .key = keysOf(device).publicKey, .grids = {kGrid}};
        Signer& signer = signers.try_emplace(device, device).first->second;
        const SyncRequest request{.device = device, .grids = {signer.signs({kGrid, {}, std::move(changes)})}};
        GridReply reply = must(hub.sync(grant, request)).grids.front();
        signer.hears(request.grids.front(), reply);
        if (reply.problem) throw std::runtime_error(reply.problem->message);
        return reply;
    }

    FakeClock clock;
    std::map<DeviceId, Signer> signers;
    Hub hub;
};

/// Bob's changes are later than Alice's, and Carol's than Bob's.
Change edit(const DeviceId& device, std::uint64_t number, const Collection& collection, const RecordId& record,
            std::initializer_list<std::pair<std::string_view, Value>> values, const Stamp& base = {}) {
    Change change{.collection = collection.number(), .record = record};
    change.stamp = {logicalTime(kMorning - 100'000 + 100 * device.bytes[15] + static_cast<std::int64_t>(number)),
                    device};
    change.number = number;
    for (const auto& [name, value] : values) change.writes.push_back({collection.find(name)->no(), value, base});
    std::ranges::sort(change.writes, {}, &FieldWrite::field);
    return change;
}

void liveTheMorning(Morning& morning) {
    const Change door = edit(alice, 1, dwelling, recordId(1), {{"address", "和平里 3 号"}});
    const Change home = edit(alice, 2, household, recordId(2), {{"dwelling", recordId(1)}, {"head_name", "吴学林"}});
    morning.push(alice, {door, home});
    const Stamp seen = home.stamp;
    morning.push(bob, {edit(bob, 1, household, recordId(2), {{"head_name", "吴学琳"}}, seen)});
    const GridReply clash = morning.push(
        carol, {edit(carol, 1, household, recordId(2), {{"head_name", "武学林"}}, seen),
                edit(carol, 2, household, recordId(2), {{"dwelling", "no id"}}),
                edit(carol, 3, household, recordId(9), {{"head_name", std::string("\0\xff", 2)}})});
    CHECK(clash.refusals.size() == 2);
    Change removal{.kind = Change::Kind::remove,
                   .collection = dwelling.number(),
                   .record = recordId(1),
                   .stamp = {logicalTime(kMorning - 10), alice},
                   .number = 3};
    for (const FieldWrite& write : door.writes) removal.writes.push_back({write.field, {}, door.stamp});
    morning.push(alice, {door, home, removal});
}

}  // namespace

// --- The server dies --------------------------------------------------------------------------------------------------

TEST_CASE("The server's process is killed in the middle of a push: what was receipted stays, the rest never was",
          "[postgres][kill]") {
    const PgAddress address = Cluster::get().freshAddress();
    const auto store = openStore(address);
    must(store->createGrid(kGrid));
    {
        const auto grid = must(store->write(kGrid));
        record(*grid, noted(alice, 1));
        grid->commit();
    }
    const auto writer = must(store->write(kGrid));
    record(*writer, noted(alice, 2));
    CHECK(writer->lastTaken(alice).number == 2);
    Cluster::get().killBackend(backendOf(*Cluster::get().connect(address), "state = 'idle in transaction'"));

    const Outcome commit = guarded([&]() -> Outcome {
        writer->commit();
        return Done{};
    });
    REQUIRE_FALSE(commit);
    CHECK(commit.error().fault == Fault::offline);

    const auto after = must(store->view(kGrid));  // the same store, a moment later
    CHECK(after->head().cursor.seq == 1);
    CHECK(after->lastTaken(alice).number == 1);
    CHECK(must(verifyGrid(*store, kGrid, collections(), keysOfAll)).findings.empty());
}

TEST_CASE("Kills at any moment while four phones push: nothing that was committed is lost, doubled or half there",
          "[postgres][kill]") {
    constexpr int kPhones = 4;
    const auto kills = static_cast<int>(effort("QIAOMEN_KILLS", 5));
    const PgAddress address = Cluster::get().freshAddress();
    const auto first = openStore(address);
    const auto second = openStore(address);
    must(first->createGrid(kGrid));
    std::atomic<bool> ending = false;
    std::atomic<int> committed = 0;
    std::atomic<int> wrong = 0;
    std::vector<std::thread> phones;
    for (int phone = 0; phone < kPhones; ++phone) {
        phones.emplace_back([&, phone] {
            GridStore& store = phone % 2 == 0 ? *first : *second;
            const DeviceId id = device(static_cast<std::uint8_t>(50 + phone));
            std::uint64_t receipted = 0;
            while (!ending) {
                const Outcome pushed = guarded([&]() -> Outcome {
                    auto grid = store.write(kGrid);
                    if (!grid) return grid.error();
                    const std::uint64_t taken = (*grid)->lastTaken(id).number;
                    // One more than was told may be there: its answer got lost.
                    if (taken != receipted && taken != receipted + 1) ++wrong;
                    record(**grid, noted(id, taken + 1));
                    (*grid)->commit();
                    receipted = taken + 1;
                    ++committed;
                    return Done{};
                });
                if (!pushed && pushed.error().fault != Fault::offline) ++wrong;
            }
            const std::uint64_t taken = must(store.view(kGrid))->lastTaken(id).number;
            if (taken != receipted && taken != receipted + 1) ++wrong;
        });
    }
    for (int kill = 0; kill < kills; ++kill) {
        const int until = committed + 20;
        while (committed < until && wrong == 0) std::this_thread::yield();
        const auto observer = Cluster::get().connect(address);
        int victim = 0;
        while (victim == 0) victim = backendOf(*observer, "query LIKE '%_grid%'");
        Cluster::get().killBackend(victim);
    }
    ending = true;
    for (std::thread& phone : phones) phone.join();
    CHECK(wrong == 0);
    CHECK(must(verifyGrid(*first, kGrid, collections(), keysOfAll)).findings.empty());
    const auto grid = must(second->view(kGrid));
    CHECK(grid->head().cursor.seq >= static_cast<std::uint64_t>(committed));
    CHECK(grid->head().cursor.seq <= static_cast<std::uint64_t>(committed + kPhones * kills));
    CHECK(grid->recordCount() == grid->head().cursor.seq);
}

TEST_CASE("While the server is stopped every request is told so; when it is back nobody has to do anything",
          "[postgres][kill]") {
    const PgAddress address = Cluster::get().freshAddress();
    const auto store = openStore(address);
    must(store->createGrid(kGrid));
    Cluster::get().stop();
    CHECK(store->view(kGrid).error().fault == Fault::offline);
    CHECK(store->write(kGrid).error().fault == Fault::offline);
    CHECK(store->grids().error().fault == Fault::offline);
    CHECK_THAT(store->createGrid(kGrid).error().message, ContainsSubstring("cannot be reached"));
    CHECK(PostgresGridStore::open({.address = address, .collections = collections(), .random = seededRandom(1)})
              .error()
              .fault == Fault::offline);
    Cluster::get().start();
    CHECK(must(store->grids()).size() == 1);
    CHECK(store->openGrids() == 0);
}

TEST_CASE("A connection that died while it lay idle is replaced, and the request knows nothing of it",
          "[postgres][kill]") {
    const PgAddress address = Cluster::get().freshAddress();
    const auto store = openStore(address);
    must(store->createGrid(kGrid));
    const auto observer = Cluster::get().connect(address);
    observer->run(
        "SELECT pg_terminate_backend(pid, 60000) FROM pg_stat_activity"
        " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()");
    CHECK(must(store->view(kGrid))->head().cursor.seq == 0);
}

// --- Several programs -------------------------------------------------------------------------------------------------

TEST_CASE("Who holds a grid for writing holds up its other writers, in whichever server, and nobody else",
          "[postgres]") {
    const PgAddress address = Cluster::get().freshAddress();
    const auto first = openStore(address);
    const auto second = openStore(address);
    must(first->createGrid(kGrid));
    must(first->createGrid(gridId(2)));
    auto writer = must(first->write(kGrid));
    record(*writer, noted(alice, 1));

    CHECK(must(second->view(kGrid))->head().cursor.seq == 0);
    must(second->write(gridId(2)))->commit();
    std::atomic<std::uint64_t> seen = 0;
    std::thread waiting([&] { seen = must(second->write(kGrid))->head().cursor.seq + 1; });
    const auto observer = Cluster::get().connect(address);
    while (backendOf(*observer, "wait_event_type = 'Lock'") == 0) std::this_thread::yield();
    CHECK(seen == 0);
    writer->commit();
    waiting.join();
    CHECK(seen == 2);
}

TEST_CASE("Servers that start at the same time on an empty database make its tables once", "[postgres]") {
    const PgAddress address = Cluster::get().freshAddress();
    std::atomic<int> opened = 0;
    std::vector<std::thread> servers;
    for (int i = 0; i < 4; ++i) {
        servers.emplace_back([&] {
            const auto store = openStore(address);
            must(store->createGrid(kGrid));
            ++opened;
        });
    }
    for (std::thread& server : servers) server.join();
    CHECK(opened == 4);
    CHECK(must(openStore(address)->grids()).size() == 1);
}

namespace {

class LaterLetters : public Letters {
public:
    const FieldNo weather = add({.number = 4000, .name = "weather", .label = {"Weather", "天气"}});
};

}  // namespace

TEST_CASE("An older server that still runs stops writing when a newer one has extended the tables", "[postgres]") {
    const PgAddress address = Cluster::get().freshAddress();
    const auto older = openStore(address);
    must(older->createGrid(kGrid));
    const LaterLetters later;
    const Collection* known[] = {&visits(), &later};
    const auto newer = openStore(address, known);
    CHECK(older->write(kGrid).error().fault == Fault::outdated);
    CHECK(older->view(kGrid).error().fault == Fault::outdated);
    CHECK(must(newer->view(kGrid))->head().cursor.seq == 0);
}

// --- Settings ---------------------------------------------------------------------------------------------------------

TEST_CASE("A database that does not exist is named as missing", "[postgres]") {
    PgAddress address = Cluster::get().freshAddress();
    address.conninfo += " dbname=nowhere";
    const auto store = PostgresGridStore::open(
        {.address = address, .collections = collections(), .random = seededRandom(1)});
    REQUIRE_FALSE(store);
    CHECK(store.error().fault == Fault::missing);
}

TEST_CASE("A server that would lose what it confirmed is refused", "[postgres]") {
    const PgAddress address = Cluster::get().freshAddress();
    const auto administrator = Cluster::get().connect(address);
    administrator->script("ALTER SYSTEM SET full_page_writes = off");
    administrator->script("SELECT pg_reload_conf()");
    while (administrator->run("SELECT current_setting('full_page_writes')").bytes(0, 0) != "off")
        std::this_thread::yield();
    const auto store = PostgresGridStore::open(
        {.address = address, .collections = collections(), .random = seededRandom(1)});
    administrator->script("ALTER SYSTEM RESET full_page_writes");
    administrator->script("SELECT pg_reload_conf()");
    while (administrator->run("SELECT current_setting('full_page_writes')").bytes(0, 0) != "on")
        std::this_thread::yield();
    REQUIRE_FALSE(store);
    CHECK(store.error().fault == Fault::broken);
    CHECK_THAT(store.error().message, ContainsSubstring("full_page_writes is off"));
}

// --- The other engine -------------------------------------------------------------------------------------------------

TEST_CASE("The same pushes through the hub leave the same grid on both engines", "[postgres]") {
    const auto sqlite = makeSqliteTestStore(allCollections());
    const auto postgres = makePostgresTestStore(allCollections());
    Morning there(sqlite->store());
    Morning here(postgres->store());
    liveTheMorning(there);
    liveTheMorning(here);

    const auto one = must(sqlite->store().view(kGrid));
    const auto other = must(postgres->store().view(kGrid));
    CHECK(other->head().digest == one->head().digest);
    CHECK(other->head().chain == one->head().chain);
    CHECK(other->head().cursor.seq == one->head().cursor.seq);
    CHECK(other->head().cursor.seq >= 6);
    CHECK(other->recordCount() == one->recordCount());
    CHECK(other->tail(0, {}, {}).changes == one->tail(0, {}, {}).changes);
    CHECK(other->refusedChanges() == one->refusedChanges());
    CHECK(one->refusedChanges().size() == 2);
    std::vector<Record> left, right;
    one->forEachRecord([&](Record&& each) { left.push_back(std::move(each)); });
    other->forEachRecord([&](Record&& each) { right.push_back(std::move(each)); });
    CHECK(left == right);
    CHECK(other->find(conflict, conflict.ofRecord, Value(recordId(2))) ==
          one->find(conflict, conflict.ofRecord, Value(recordId(2))));
    CHECK_FALSE(one->find(conflict, conflict.ofRecord, Value(recordId(2))).empty());
}
