// SPDX-License-Identifier: Apache-2.0
//
// Each story is told of SQLite and of PostgreSQL.
#include "syncserver/verify.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <fstream>

#include "shared/core/codec.h"
#include "shared/domain/collections.h"
#include "syncserver/hub.h"
#include "syncserver/sqlite_grid_store.h"
#include "tests/syncserver/postgres/test_store.h"
#include "tests/syncserver/story.h"

using namespace qiaomen;
using namespace qiaomen::tests;
using Catch::Matchers::ContainsSubstring;

namespace {

const GridId kGrid = gridId(1);
const KeyPair kCentre = makeKeyPair(seededRandom(1));
const DeviceKeys kKeys = {
    {alice, keysOf(alice).publicKey}, {bob, keysOf(bob).publicKey}, {tests::device(200), kCentre.publicKey}};

/// A grid in which Alice and Bob have worked: two doors, a clash that is kept as a conflict, and a change that was refused.
struct WorkedGrid {
    WorkedGrid()
        : data(GENERATE(false, true) ? makePostgresTestStore(allCollections()) : makeSqliteTestStore(allCollections())) {
        must(data->store().createGrid(kGrid));
        push(alice, 1, recordId(1), "柳湾村1号");
        push(alice, 2, recordId(2), "柳湾村2号");
        push(bob, 1, recordId(1), "柳湾村一号");
        push(bob, 2, recordId(3), "");
        push(bob, 3, recordId(2), "柳湾村二号");
    }

    /// Each as one who knows nothing of what the other wrote. The address is required: without one the change is refused.
    void push(const DeviceId& device, std::uint64_t number, const RecordId& record, std::string_view address) {
        FakeClock clock;
        Hub hub(data->store(), {.centre = {.device = tests::device(200),
                                           .clock = clock.source(),
                                           .collections = allCollections(),
                                           .names = [](const DeviceId&) { return std::string("somebody"); }},
                                .signingKey = kCentre.secretKey});
        Change change{.collection = dwelling.number(), .record = record};
        change.stamp = {logicalTime(kMorning - 10'000 + 100 * device.bytes[15] + static_cast<std::int64_t>(number)),
                        device};
        change.number = number;
        change.writes = {{dwelling.address, address, {}}};
        if (address.empty()) change.writes = {{dwelling.use, "castle", {}}};
        const Grant grant{.id = device, .key = keysOf(device).publicKey, .grids = {kGrid}};
        Signer& signer = signers.try_emplace(device, device).first->second;
        const SyncRequest request{.device = device, .grids = {signer.signs({kGrid, {}, {change}})}};
        const SyncReply reply = must(hub.sync(grant, request));
        REQUIRE_FALSE(reply.grids.front().problem);
        REQUIRE(reply.grids.front().refusals.size() == (address.empty() ? 1 : 0));
        signer.hears(request.grids.front(), reply.grids.front());
    }

    GridVerdict verdict() const {
        return must(verifyGrid(data->store(), kGrid, allCollections(), [] { return kKeys; }));
    }
    std::string findings() const {
        std::string all;
        for (const std::string& finding : verdict().findings) all += finding + "\n";
        return all;
    }
    Change changeAt(std::uint64_t seq) const {
        return must(data->store().view(kGrid))->tail(seq - 1, DeviceId{}, {.maxChanges = 1}).changes.front().change;
    }
    void tamper(const std::string& sql) const { data->tamper(kGrid, sql); }
    void putBody(std::uint64_t seq, std::string_view body) const {
        tamper("UPDATE _log SET body = " + data->literal(body) + " WHERE seq = " + std::to_string(seq));
    }

    std::unique_ptr<TestStore> data;
    std::map<DeviceId, Signer> signers;
};

}  // namespace

TEST_CASE("A grid that nobody has touched is sound, conflicts and refusals included", "[verify]") {
    const WorkedGrid grid;
    const GridVerdict verdict = grid.verdict();
    CHECK(verdict.findings.empty());
    CHECK(verdict.refused == 1);
    CHECK(verdict.head.cursor.seq == 6);  // four addresses, and two conflicts by the centre
    CHECK(verdict.records == 4);
    CHECK(verifyGrid(grid.data->store(), gridId(9), allCollections(), keysOfAll).error().fault == Fault::missing);
}

TEST_CASE("A flipped byte of a change is found, whichever it is, and the change named", "[verify]") {
    const WorkedGrid grid;
    const std::string body = encodeBody(grid.changeAt(2));
    for (std::size_t at = 0; at < body.size(); ++at) {
        std::string flipped = body;
        flipped[at] = static_cast<char>(flipped[at] ^ 0x01);
        grid.putBody(2, flipped);
        INFO("byte " << at << ": " << grid.findings());
        const std::string findings = grid.findings();
        const bool named = findings.find("change 2 of device " + alice.text() + " is damaged") != std::string::npos ||
                           findings.find("the chain breaks at change 2, number ") != std::string::npos;
        CHECK(named);
    }
    grid.putBody(2, body);
    CHECK(grid.findings().empty());
}

TEST_CASE("A changed change is found and named by the record that it no longer fits", "[verify]") {
    const WorkedGrid grid;
    Change changed = grid.changeAt(3);
    REQUIRE(changed.stamp.device == bob);
    changed.writes.front().value = Value("别处9号");
    grid.putBody(3, encodeBody(changed));
    CHECK_THAT(grid.findings(), ContainsSubstring("hash chain"));
    CHECK_THAT(grid.findings(),
               ContainsSubstring("dwelling " + recordId(1).text() + " is not what the log says, in address"));
    CHECK_THAT(grid.findings(), ContainsSubstring("the last change to it is number 3"));
    CHECK_THAT(grid.findings(), ContainsSubstring("the chain breaks at change 3, number "));
}

TEST_CASE("A change that a later one overwrote is named all the same when it is altered", "[verify]") {
    const WorkedGrid grid;
    Change changed = grid.changeAt(1);
    changed.writes.front().value = Value("别处9号");
    grid.putBody(1, encodeBody(changed));
    CHECK_THAT(grid.findings(), ContainsSubstring("the chain breaks at change 1, number "));
}

TEST_CASE("A change under another's name, number or time is found", "[verify]") {
    const WorkedGrid grid;
    const std::string sql = GENERATE(as<std::string>(), "UPDATE _log SET number = 7 WHERE seq = 2",
                                     "UPDATE _log SET time = time + 1 WHERE seq = 2",
                                     "UPDATE _log SET device = (SELECT device FROM _log WHERE seq = 3) WHERE seq = 2");
    grid.tamper(sql);
    CHECK_THAT(grid.findings(), ContainsSubstring("the chain breaks at change 2, number "));
}

TEST_CASE("A removed change is found and named, in the middle of the log and at its end", "[verify]") {
    const WorkedGrid grid;
    const std::uint64_t removed = GENERATE(as<std::uint64_t>(), 1, 2, 6);
    grid.tamper("DELETE FROM _log WHERE seq = " + std::to_string(removed));
    CHECK_THAT(grid.findings(), ContainsSubstring("the log lacks change " + std::to_string(removed) + "\n"));
}

TEST_CASE("A change that is taken out and the rest moved up is missed by its device's numbers", "[verify]") {
    const WorkedGrid grid;
    grid.tamper("DELETE FROM _log WHERE seq = 2");
    for (int seq = 3; seq <= 6; ++seq)
        grid.tamper("UPDATE _log SET seq = " + std::to_string(seq - 1) + " WHERE seq = " + std::to_string(seq));
    CHECK_THAT(grid.findings(), ContainsSubstring("the log lacks change 6"));
    CHECK_THAT(grid.findings(), ContainsSubstring("change 2 of device " + alice.text() + " was taken, and is neither"));
}

TEST_CASE("A refusal that somebody made disappear is missed: a receipt had promised that it is kept", "[verify]") {
    const WorkedGrid grid;
    grid.tamper("DELETE FROM _refused");
    CHECK_THAT(grid.findings(), ContainsSubstring("change 2 of device " + bob.text() + " was taken, and is neither"));
}

TEST_CASE("Records that were altered, removed or invented are named", "[verify]") {
    const WorkedGrid grid;
    const auto [sql, finding] = GENERATE(table<std::string, std::string>({
        {"UPDATE dwelling SET address = '别处9号' WHERE address = '柳湾村一号'",
         "is not what the log says, in address"},
        {"DELETE FROM dwelling WHERE address = '柳湾村一号'", "is missing, and the log has it"},
    }));
    grid.tamper(sql);
    CHECK_THAT(grid.findings(), ContainsSubstring("dwelling " + recordId(1).text() + " " + finding));
    CHECK_THAT(grid.findings(), ContainsSubstring("do not fit their digest"));
}

TEST_CASE("A byte that rots in a grid's encrypted file is found by its page", "[verify]") {
    const TempFolder folder;
    const SqliteGridStore::Options options{
        .folder = folder.path(), .key = DatabaseKey{7}, .collections = allCollections(), .random = machineRandom()};
    const std::filesystem::path file = folder / (kGrid.text() + ".db");
    {
        SqliteGridStore store(options);
        must(store.createGrid(kGrid));
    }
    CHECK(must([&] {
              SqliteGridStore store(options);
              return verifyGrid(store, kGrid, allCollections(), keysOfAll);
          }())
              .findings.empty());
    const auto middle = static_cast<std::streamoff>(std::filesystem::file_size(file) / 2 + 100);
    std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
    bytes.seekg(middle);
    const char byte = static_cast<char>(bytes.get() ^ 0x01);
    bytes.seekp(middle);
    bytes.put(byte);
    bytes.close();
    SqliteGridStore store(options);
    const auto verdict = verifyGrid(store, kGrid, allCollections(), keysOfAll);
    REQUIRE(verdict.ok());
    REQUIRE_FALSE(verdict->findings.empty());
    CHECK_THAT(verdict->findings.front(), ContainsSubstring(kGrid.text() + ".db"));
}
