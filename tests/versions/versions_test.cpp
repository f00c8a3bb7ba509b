// SPDX-License-Identifier: Apache-2.0
//
// Earlier versions of this program: what they left on a disk, and what they say over the network. The fixtures are described in
// README.md; each is the middle of a day of Alice's phone and the centre.

#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iterator>

#include "shared/core/batch.h"
#include "shared/core/compression.h"
#include "shared/core/wire.h"
#include "tests/simulation/world.h"

using namespace qiaomen;
using namespace qiaomen::simulation;
namespace fs = std::filesystem;

namespace {

/// Oldest first.
constexpr std::array kFixtures = {"phone1-grid1-wire1", "phone3-grid3-wire2", "phone5-grid4-wire3",
                                  "phone6-grid5-wire3"};

/// Of how many moments of a migration the power goes, for each fixture: a contributor's run takes seconds.
int momentsToTry() {
    const char* wanted = std::getenv("QIAOMEN_MIGRATION_CUTS");
    return wanted ? std::atoi(wanted) : 20;
}

std::string unpacked(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    const std::string packed{std::istreambuf_iterator<char>(in), {}};
    auto bytes = decompress(packed, std::size_t{16} << 20);
    INFO(file);
    REQUIRE(bytes.ok());
    return *std::move(bytes);
}

/// A fixture's files, unpacked where a world can inherit them.
class Left {
public:
    explicit Left(const std::string& fixture) : fixture_(fs::path(QIAOMEN_VERSION_FIXTURES) / fixture) {
        write("alice.db", unpacked(fixture_ / "phone.db.zst"));
        write("centre.db", unpacked(fixture_ / "grid.db.zst"));
    }
    [[nodiscard]] const fs::path& folder() const { return folder_.path(); }
    [[nodiscard]] std::string request() const { return unpacked(fixture_ / "request.bin.zst"); }
    [[nodiscard]] std::string reply() const { return unpacked(fixture_ / "reply.bin.zst"); }

private:
    void write(const char* name, const std::string& bytes) {
        std::ofstream(folder() / name, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    }

    fs::path fixture_;
    FastFolder folder_;
};

void checkThatAliceHasHerDay(Phone& alice) {
    CHECK(alice.safety().safe == 2);
    CHECK(alice.safety().refused == 1);
    CHECK(alice.safety().onlyHere == 4);
    CHECK(alice.says("household-1", "note") == "Alice's note, unsent");
    CHECK_FALSE(alice.has("need-1"));
}

std::uint64_t wireOf(const std::string& fixture) { return std::stoull(fixture.substr(fixture.rfind("wire") + 4)); }
bool speaksWithUs(const std::string& fixture) { return wireOf(fixture) >= kEarliestWireVersion; }
std::uint64_t versionIn(std::string_view message) { return static_cast<std::uint8_t>(message.at(2)); }

void checkThatAllCameTogether(World& world, const std::string& fixture) {
    CHECK(world.settles() == "");
    Phone& carol = world.phone("carol");
    carol.syncs();
    CHECK(carol.says("household-1", "note") == "Alice's note, unsent");
    CHECK(carol.says("household-1", "phone") == "5550100");
    CHECK(carol.says("visit-1", "remark") == "Bob was there");
    CHECK(carol.says("visit-2", "remark") == "unsent");
    CHECK(carol.says("hazard-1", "text") == "unsent");
    CHECK(carol.says("need-2", "text") == "a lamp");
    CHECK_FALSE(carol.has("need-1"));
    // In one of the fixtures Bob had not read what Alice wrote, and the centre told already of different fields.
    const std::string told = fixture == "phone5-grid4-wire3" ? "bob: note, beside alice: phone; " : "";
    CHECK(world.centre().conflictsOf("household-1") ==
          told + "note: Alice's note, unsent (alice) over Bob's note (bob)");
    CHECK(world.phone("alice").rescueReasons().size() == 1);
}

/// The centre, and the phone, as they were when that was the latest version: of a later one they take nothing, and say so.
class EarlierTimes : public Transport {
public:
    EarlierTimes(World& world, Phone& phone, std::uint64_t speaks) : world_(world), phone_(phone), speaks_(speaks) {}
    Result<std::string> sync(std::string_view request) override {
        if (const auto save = std::exchange(meanwhile, nullptr)) save();
        if (versionIn(request) > speaks_) return Error{Fault::outdated, "the phone speaks a later version"};
        auto answer = world_.centre().answer(phone_.token(), request);
        if (answer && versionIn(*answer) > speaks_) return Error{Fault::outdated, "the centre speaks a later version"};
        return answer;
    }
    Result<std::string> snapshot(const GridId&) override { return Error{Fault::missing, "nobody is that far behind"}; }

    std::function<void()> meanwhile;  ///< what happens while the first question is on its way

private:
    World& world_;
    Phone& phone_;
    std::uint64_t speaks_;
};

/// A centre that gives the same answer to everything.
struct SameAnswer : Transport {
    std::string answer;
    explicit SameAnswer(std::string bytes) : answer(std::move(bytes)) {}
    Result<std::string> sync(std::string_view) override { return answer; }
    Result<std::string> snapshot(const GridId&) override { return Error{Fault::missing, "there is none"}; }
};

}  // namespace

TEST_CASE("What a phone and a centre of an earlier version left behind is opened, and nothing unsent is lost",
          "[versions]") {
    for (const char* fixture : kFixtures) {
        CAPTURE(fixture);
        const Left left(fixture);
        World world({.inherits = left.folder(), .remembers = {"bob"}});
        Phone& alice = world.phone("alice");
        checkThatAliceHasHerDay(alice);
        world.passes(3 * kHour);
        checkThatAllCameTogether(world, fixture);
    }
}

TEST_CASE("The power goes at any write of an upgrade, on phone and centre: the next start goes on, and nothing is lost",
          "[versions][upgrade]") {
    for (const char* fixture : kFixtures) {
        const Left left(fixture);
        int failedStarts = 0;
        for (int moment = 0; moment < momentsToTry(); ++moment) {
            CAPTURE(fixture, moment);
            World world(
                {.seed = static_cast<std::uint64_t>(moment) + 1, .inherits = left.folder(), .remembers = {"bob"}});
            world.disks().will("alice", losePower, static_cast<std::uint64_t>(moment));
            world.centre().diskWill(losePower, moment);
            Phone& alice = world.phone("alice");
            failedStarts += alice.failedStarts();
            checkThatAliceHasHerDay(alice);
            world.passes(3 * kHour);
            alice.syncs();
            checkThatAllCameTogether(world, fixture);
        }
        // Where there is something to upgrade, most of these moments are in the middle of it.
        if (fixture != kFixtures.back()) CHECK(failedStarts > 5);
    }
}

TEST_CASE("A centre takes the request of an earlier phone, or refuses all of it and says which version it wants",
          "[versions][wire]") {
    for (const char* fixture : kFixtures) {
        CAPTURE(fixture);
        const Left left(fixture);
        const auto request = decodeSyncRequest(left.request());
        if (speaksWithUs(fixture)) {
            REQUIRE(request.ok());
            CHECK(request->grids.front().changes.size() == 4);
            const GridRequest& grid = request->grids.front();
            CHECK(batchOf(grid, request->device).claim.version == wireOf(fixture));
            continue;
        }
        REQUIRE_FALSE(request.ok());
        CHECK(request.error().fault == Fault::outdated);
        CHECK(request.error().message == "the other side speaks version " + std::to_string(wireOf(fixture)) +
                                             " of the sync, this one " + std::to_string(kWireVersion));
    }
}

TEST_CASE(
    "A phone that meets an earlier centre says so, and keeps what is unsent for the day when the centre is a new one",
    "[versions][wire]") {
    for (const char* fixture : kFixtures) {
        if (speaksWithUs(fixture)) continue;
        CAPTURE(fixture);
        const Left left(fixture);
        World world({.inherits = left.folder(), .remembers = {"bob"}});
        Phone& alice = world.phone("alice");
        SameAnswer earlier(left.reply());
        const auto report = SyncClient(earlier, {&alice.store()}, "this version").round();
        REQUIRE_FALSE(report.ok());
        CHECK(report.error().fault == Fault::outdated);
        checkThatAliceHasHerDay(alice);
        world.passes(3 * kHour);
        checkThatAllCameTogether(world, fixture);
    }
}

TEST_CASE(
    "What a phone that was upgraded says is, byte for byte, what it would have said before, and so are earlier words "
    "enough for both sides",
    "[versions][wire]") {
    for (const char* fixture : kFixtures) {
        if (!speaksWithUs(fixture)) continue;
        CAPTURE(fixture);
        const Left left(fixture);
        World world({.inherits = left.folder(), .remembers = {"bob"}});
        Phone& alice = world.phone("alice");
        auto grid = alice.store().nextRequest();
        REQUIRE(grid.ok());
        REQUIRE(grid->signature);
        // The fixture's own: the key with which it was made is not kept.
        grid->signature = decodeSyncRequest(left.request())->grids.front().signature;
        CHECK(encode(SyncRequest{.device = alice.device(), .app = "fixture", .grids = {*grid}}) == left.request());

        world.passes(3 * kHour);
        EarlierTimes times(world, alice, wireOf(fixture));
        const auto report = SyncClient(times, {&alice.store()}, "this version").round();
        REQUIRE(report.ok());
        CHECK_FALSE(report->grids.at(alice.store().grid()).problem);
        CHECK(alice.safety().onlyHere == 0);
        checkThatAllCameTogether(world, fixture);
    }
}

TEST_CASE(
    "What an earlier centre cannot be told waits on the phone, all of it, for the day when the centre is a new one",
    "[versions][wire]") {
    World world;
    Phone& alice = world.phone("alice");
    Phone& bob = world.phone("bob");
    bob.edits("household-1", {{"head_name", "Wang"}, {"note", "first floor"}});
    bob.syncs();
    alice.syncs();
    bob.edits("household-1", "note", "Bob's note");
    bob.syncs();
    alice.edits("visit-1", "remark", "Alice was there");

    // Her first question is one that every centre of version 3 understands. What she saves meanwhile was written before she read the
    // answer, and that can only be said to later ones.
    EarlierTimes earlier(world, alice, 3);
    earlier.meanwhile = [&] { alice.edits("household-1", "phone", "5550100"); };
    const auto report = SyncClient(earlier, {&alice.store()}, "this version").round();
    REQUIRE_FALSE(report.ok());
    CHECK(report.error().fault == Fault::outdated);
    CHECK(alice.safety().safe == 1);
    CHECK(alice.safety().onlyHere == 1);
    CHECK(alice.says("household-1", "phone") == "5550100");

    alice.syncs();
    CHECK(alice.safety().onlyHere == 0);
    CHECK(world.settles() == "");
    CHECK(world.centre().conflictsOf("household-1") == "alice: phone, beside bob: note");
}
