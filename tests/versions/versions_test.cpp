// SPDX-License-Identifier: Apache-2.0
//
// Earlier versions of this program: what they left on a disk, and what they say over the network. The fixtures are described in
// README.md; each is the middle of a day of Alice's phone and the centre.

#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "shared/core/compression.h"
#include "shared/core/wire.h"
#include "tests/simulation/world.h"

using namespace qiaomen;
using namespace qiaomen::simulation;
namespace fs = std::filesystem;

namespace {

/// Oldest first.
constexpr std::array kFixtures = {"phone1-grid1-wire1", "phone3-grid3-wire2", "phone5-grid4-wire3"};

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

void checkThatAllCameTogether(World& world) {
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
    // Of Bob, nothing is left here but what he wrote.
    CHECK(world.centre().conflictsOf("household-1") ==
          "note: Alice's note, unsent (alice) over Bob's note (" + DeviceId::named({}, "bob").text() + ")");
    CHECK(world.phone("alice").rescueReasons().size() == 1);
}

/// A centre that gives the same answer to everything.
struct SameAnswer : Transport {
    std::string answer;
    explicit SameAnswer(std::string bytes) : answer(std::move(bytes)) {}
    Result<std::string> sync(std::string_view) override { return answer; }
    Result<std::string> snapshot(const GridId&) override { return Error{Fault::missing, "there is none"}; }
};

std::uint64_t wireOf(const std::string& fixture) { return std::stoull(fixture.substr(fixture.rfind("wire") + 4)); }

}  // namespace

TEST_CASE("What a phone and a centre of an earlier version left behind is opened, and nothing unsent is lost",
          "[versions]") {
    for (const char* fixture : kFixtures) {
        CAPTURE(fixture);
        const Left left(fixture);
        World world({.inherits = left.folder()});
        Phone& alice = world.phone("alice");
        checkThatAliceHasHerDay(alice);
        world.passes(3 * kHour);
        checkThatAllCameTogether(world);
    }
}

TEST_CASE("The power goes at any write of an upgrade, on phone and centre: the next start goes on, and nothing is lost",
          "[versions][upgrade]") {
    for (const char* fixture : kFixtures) {
        const Left left(fixture);
        int failedStarts = 0;
        for (int moment = 0; moment < momentsToTry(); ++moment) {
            CAPTURE(fixture, moment);
            World world({.seed = static_cast<std::uint64_t>(moment) + 1, .inherits = left.folder()});
            world.disks().will("alice", losePower, static_cast<std::uint64_t>(moment));
            world.centre().diskWill(losePower, moment);
            Phone& alice = world.phone("alice");
            failedStarts += alice.failedStarts();
            checkThatAliceHasHerDay(alice);
            world.passes(3 * kHour);
            alice.syncs();
            checkThatAllCameTogether(world);
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
        if (wireOf(fixture) == kWireVersion) {
            REQUIRE(request.ok());
            CHECK(request->grids.front().changes.size() == 4);
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
        if (wireOf(fixture) == kWireVersion) continue;
        CAPTURE(fixture);
        const Left left(fixture);
        World world({.inherits = left.folder()});
        Phone& alice = world.phone("alice");
        SameAnswer earlier(left.reply());
        const auto report = SyncClient(earlier, {&alice.store()}, "this version").round();
        REQUIRE_FALSE(report.ok());
        CHECK(report.error().fault == Fault::outdated);
        checkThatAliceHasHerDay(alice);
        world.passes(3 * kHour);
        checkThatAllCameTogether(world);
    }
}
