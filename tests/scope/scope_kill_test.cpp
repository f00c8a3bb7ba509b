// SPDX-License-Identifier: Apache-2.0
//
// Leaving a grid, killed at each step; and the real commands beside the real server.
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <fstream>

#include "tests/processes/centre.h"
#include "tests/scope/scope_story.h"

using namespace qiaomen;
using namespace qiaomen::tests;

namespace {

namespace fs = std::filesystem;

struct Killed {};

/// One phone on its way out of a grid, with everything that can be on it; and whoever holds the grid.
struct LeavingStory {
    ScopeCentre centre;
    ScopePhone li{centre, "李梅", {kEast}};
    ScopePhone wang{centre, "王芳", {kEast}};

    LeavingStory() {
        const RecordId home = li.movesIn("赵大勇");
        li.settles();
        wang.settles();
        li.meets(home, "迟到的");
        ok(li.store().keepDraft("visit:1", "写到一半"));
        centre.takes("李梅", kEast);
    }
    /// Exactly once with the others, and nothing here.
    void checkLeft() {
        CHECK_FALSE(li.holds(kEast));
        CHECK(li.filesOf(kEast).empty());
        REQUIRE(li.folder().left().size() == 1);
        CHECK(li.folder().left().front().handedOver == 1);
        wang.settles();
        const auto rescued = wang.rescued();
        REQUIRE(rescued.size() == 2);
        CHECK(std::ranges::count(rescued, "late", [](const Record& one) { return one.text(rescuedChange.why); }) == 1);
        CHECK(std::ranges::count(rescued, "draft", [](const Record& one) { return one.text(rescuedChange.why); }) == 1);
        CHECK(centre.findings() == "");
    }
};

}  // namespace

TEST_CASE("Killed between any two rounds of leaving, a phone goes on where it was", "[scope]") {
    const int kill = GENERATE(0, 1, 2, 3);
    LeavingStory story;
    for (int step = 0; step < kill; ++step) {
        if (!story.li.holds(kEast)) break;
        story.li.follows(story.li.syncs());
        story.li.restart();
    }
    story.li.settles();
    story.checkLeft();
}

TEST_CASE("Killed before it heard the answer, a phone hands over once", "[scope]") {
    LeavingStory story;
    const Grant grant = ok(story.centre.folder().access().recognise(story.li.folder().enrolment()->token));
    const auto loseAnswer = [&] {
        SyncRequest request{.device = story.li.folder().device(), .app = "story"};
        request.grids.push_back(ok(story.li.store().nextRequest()));
        CHECK(ok(story.centre.folder().hub().sync(grant, request)).grids.at(0).taken);
        story.li.restart();
    };
    loseAnswer();  // of the late changes
    story.li.syncs();
    ok(story.li.store().handOver("李梅"));
    loseAnswer();  // of what was handed over
    story.li.settles();
    story.checkLeft();
}

TEST_CASE("Killed in the middle of erasing, a phone finishes at its next start; nothing went before the receipt",
          "[scope]") {
    LeavingStory story;
    while (!ok(story.li.store().leaving()) || !ok(story.li.store().leaving())->isDone()) {
        // Whatever is not receipted yet cannot be erased, however often somebody tries.
        const Outcome early = story.li.folder().erase(kEast);
        REQUIRE_FALSE(early);
        CHECK(early.error().fault == Fault::refused);
        const SyncReport report = story.li.syncs();
        const auto standing = ok(story.li.store().leaving());
        if (standing && standing->isDone()) break;
        story.li.follows(report);
    }
    REQUIRE_FALSE(story.li.filesOf(kEast).empty());
    const int kill = GENERATE(1, 2, 3);
    int step = 0;
    bool killed = false;
    try {
        ok(story.li.folder().erase(kEast, [&] {
            if (++step == kill) throw Killed();
        }));
    } catch (const Killed&) {
        killed = true;
    }
    story.li.restart();
    if (kill == 1) CHECK(killed);
    story.checkLeft();
    CHECK(story.li.syncs().requests == 1);
}

TEST_CASE("A form that goes on being typed in keeps its grid until it is handed over", "[scope]") {
    LeavingStory story;
    story.li.syncs();
    ok(story.li.store().handOver("李梅"));
    ok(story.li.store().keepDraft("visit:2", "另一张表"));
    story.li.syncs();
    CHECK(story.li.folder().erase(kEast).error().fault == Fault::refused);
    story.li.settles();
    CHECK(story.li.filesOf(kEast).empty());
    CHECK(story.centre.all(rescuedChange).size() == 3);
}

TEST_CASE("An administrator gives and takes grids while the server runs; its log names nobody", "[scope]") {
    const TempFolder folder;
    processes::run({.command = {QIAOMEN_SERVER, "make-grid", (folder / "office").string(), "--households", "2"},
                    .errors = folder / "log",
                    .environment = {}});
    processes::Centre centre(QIAOMEN_SERVER, folder / "centre");
    centre.command({"import", (folder / "office").string()});
    const std::string code = centre.command({"grids"}).substr(37, 16);
    centre.command({"add-device", "zhang", "--worker", "张敏", "--grids", code, "--server", "x", "--out",
                    (folder / "zhang.json").string()});
    centre.start();
    auto enrolment = ok(readEnrolment(folder / "zhang.json"));
    auto phone = ok(DeviceFolder::open(folder / "phone", allCollections(), systemClock(), systemRandom()));
    const GridId grid = enrolment.grids.front().id;
    HttpTransport way({.server = centre.url(), .token = enrolment.token, .caFile = {}});
    ok(phone.enrol(std::move(enrolment)));
    const auto round = [&] {
        SyncClient client(way, ok(phone.stores()), "scope story");
        return ok(client.round());
    };
    CHECK_FALSE(round().grids.at(grid).taken);
    CHECK(centre.command({"take-grid", "zhang", code}) == "zhang no longer opens " + code + "\n");
    CHECK(round().grids.at(grid).taken);
    CHECK_THAT(centre.command({"devices"}), Catch::Matchers::ContainsSubstring(R"("grids":0,"taken":1)"));
    CHECK(centre.command({"give-grid", "zhang", code}) == "zhang opens " + code + "\n");
    CHECK_FALSE(round().grids.at(grid).taken);
    CHECK(ok(ok(phone.store(grid))->leaving()) == std::nullopt);
}
