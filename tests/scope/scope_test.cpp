// SPDX-License-Identifier: Apache-2.0
//
// A grid is given to somebody, a grid is taken from somebody: nobody types anything on a phone.
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "tests/scope/scope_story.h"

using namespace qiaomen;
using namespace qiaomen::tests;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("A grid that is given to a worker is on her phone after the next sync, by its name", "[scope]") {
    ScopeCentre centre;
    ScopePhone wang(centre, "王芳", {kWest});
    const RecordId home = wang.movesIn("赵大勇", kWest);
    wang.settles();
    ScopePhone li(centre, "李梅", {kEast});
    li.settles();
    CHECK_FALSE(li.holds(kWest));

    centre.gives("李梅", kWest);
    li.settles();
    REQUIRE(li.holds(kWest));
    CHECK(li.folder().enrolment()->grids.back().name == "西网格");
    CHECK(li.sees(household, home, kWest).text(household.headName) == "赵大勇");
    li.restart();
    CHECK(li.holds(kWest));

    const int requests = static_cast<int>(li.syncs().requests);
    CHECK(requests == 1);
    CHECK(li.syncs().given.empty());
}

TEST_CASE("A phone whose only grid was taken hears of the next one", "[scope]") {
    ScopeCentre centre;
    ScopePhone li(centre, "李梅", {kEast});
    li.settles();
    centre.takes("李梅", kEast);
    li.settles();
    CHECK(li.folder().enrolment()->grids.empty());
    centre.gives("李梅", kWest);
    li.settles();
    CHECK(li.holds(kWest));
}

TEST_CASE("A phone that was given nothing hears nothing of scope, and asks nothing more", "[scope]") {
    ScopeCentre centre;
    ScopePhone li(centre, "李梅", {kEast});
    li.settles();
    const SyncReport idle = li.syncs();
    CHECK(idle.requests == 1);
    CHECK(idle.given.empty());
}

TEST_CASE("A grid that is taken leaves the phone by itself when everything is at the centre", "[scope]") {
    ScopeCentre centre;
    ScopePhone li(centre, "李梅", {kEast, kWest});
    const RecordId home = li.movesIn("赵大勇");
    li.settles();
    centre.takes("李梅", kEast);
    li.settles();
    CHECK_FALSE(li.holds(kEast));
    CHECK(li.filesOf(kEast).empty());
    CHECK(li.holds(kWest));
    CHECK(li.folder().store(kEast).error().fault == Fault::missing);
    REQUIRE(li.folder().left().size() == 1);
    CHECK(li.folder().left().front().grid.name == "东网格");
    CHECK(li.folder().left().front().handedOver == 0);
    CHECK(centre.read(household, home).text(household.headName) == "赵大勇");
    CHECK(centre.all(rescuedChange).empty());
}

TEST_CASE("Nothing of a taken grid is given out any more: no records, no snapshot", "[scope]") {
    ScopeCentre centre;
    ScopePhone wang(centre, "王芳", {kEast});
    ScopePhone li(centre, "李梅", {kEast});
    wang.settles();
    li.settles();
    centre.takes("李梅", kEast);
    const RecordId home = wang.movesIn("赵大勇");
    wang.settles();
    CHECK(li.syncs().grids.at(kEast).taken);
    CHECK(li.sees(household, home).isNew());
    HttpTransport way({.server = centre.url(), .token = li.folder().enrolment()->token, .caFile = {}});
    CHECK(way.snapshot(kEast).error().fault == Fault::refused);
}

TEST_CASE("A grid that is taken and given back before the phone heard of it: nothing happens, nothing is lost",
          "[scope]") {
    ScopeCentre centre;
    ScopePhone li(centre, "李梅", {kEast});
    const RecordId home = li.movesIn("赵大勇");
    li.settles();
    const RecordId met = li.meets(home, "门锁换过了");
    centre.takes("李梅", kEast);
    centre.gives("李梅", kEast);
    li.settles();
    CHECK(li.holds(kEast));
    CHECK(centre.read(visit, met).text(visit.remark) == "门锁换过了");
    CHECK(centre.all(rescuedChange).empty());
    CHECK(ok(li.store().safety()).onlyHere == 0);
}

TEST_CASE("A grid that is given back while the phone is leaving it stays, with everything", "[scope]") {
    ScopeCentre centre;
    ScopePhone li(centre, "李梅", {kEast});
    const RecordId home = li.movesIn("赵大勇");
    li.settles();
    ok(li.store().keepDraft("visit:1", "门锁"));
    centre.takes("李梅", kEast);
    li.syncs();  // hears of it, and a form is open: nothing more is done
    CHECK(ok(li.store().leaving()));
    centre.gives("李梅", kEast);
    const RecordId met = li.meets(home, "门锁换过了");
    li.syncs();
    CHECK_FALSE(ok(li.store().leaving()));
    CHECK(centre.read(visit, met).text(visit.remark) == "门锁换过了");
    CHECK(ok(li.store().draft("visit:1"))->text == "门锁");
}

TEST_CASE("A late edit in a grid that is given back waits for a decision, and is not shown as the grid's", "[scope]") {
    ScopeCentre centre;
    ScopePhone li(centre, "李梅", {kEast});
    const RecordId home = li.movesIn("赵大勇");
    li.settles();
    centre.takes("李梅", kEast);
    li.edits(household, home, household.headName, "赵志勇");
    li.syncs();
    centre.gives("李梅", kEast);
    li.settles();
    CHECK(li.sees(household, home).text(household.headName) == "赵大勇");
    CHECK(li.rescued().size() == 1);
    CHECK(ok(li.store().differences()) == 0);
}

TEST_CASE("A grid that comes back after it was erased goes on under new numbers, as the same device", "[scope]") {
    ScopeCentre centre;
    ScopePhone li(centre, "李梅", {kEast});
    const RecordId home = li.movesIn("赵大勇");
    li.meets(home, "第一次");
    li.settles();
    for (int round = 0; round < 3; ++round) {
        centre.takes("李梅", kEast);
        li.meets(home, "迟到的");
        li.settles();
        REQUIRE(li.filesOf(kEast).empty());
        centre.gives("李梅", kEast);
        li.settles();
        CHECK(li.sees(household, home).text(household.headName) == "赵大勇");
        CHECK(ok(li.store().differences()) == 0);
        const RecordId again = li.meets(home, "又来了");
        li.settles();
        CHECK(centre.read(visit, again).text(visit.remark) == "又来了");
    }
    CHECK(ok(li.store().identity()) == li.folder().device());
    CHECK(centre.all(visit).size() == 4);
    CHECK(centre.all(rescuedChange).size() == 3);
    CHECK(centre.findings() == "");
}

TEST_CASE("A desk that opened all grids opens the others when one is taken", "[scope]") {
    ScopeCentre centre;
    ScopePhone desk(centre, "大厅", {kEast, kWest});
    const std::string token = ok(centre.folder().access().add({.device = "全部", .worker = "大厅", .allGrids = true}));
    ok(centre.folder().access().take("全部", kEast, {kEast, kWest}));
    const Grant grant = ok(centre.folder().access().recognise(token));
    CHECK_FALSE(grant.opens(kEast));
    CHECK(grant.opens(kWest));
    CHECK(grant.mayHandIn(kEast));
}

TEST_CASE("The administrator is told what cannot be", "[scope]") {
    ScopeCentre centre;
    ScopePhone li(centre, "李梅", {kEast});
    Access& access = centre.folder().access();
    CHECK(access.give("李梅", kEast).error().fault == Fault::refused);
    CHECK(access.take("李梅", kWest, {}).error().fault == Fault::refused);
    CHECK(access.give("无人", kEast).error().fault == Fault::missing);
    CHECK(access.take("无人", kEast, {}).error().fault == Fault::missing);
    ok(access.revoke("李梅"));
    CHECK(access.give("李梅", kWest).error().fault == Fault::missing);
}

TEST_CASE("What was taken is still known after the centre was restarted", "[scope]") {
    ScopeCentre centre;
    ScopePhone li(centre, "李梅", {kEast, kWest});
    const RecordId home = li.movesIn("赵大勇");
    li.settles();
    li.meets(home, "没有网络");
    centre.takes("李梅", kEast);
    const Enrolment before = *li.folder().enrolment();
    centre.restart();
    li.settles();
    CHECK(li.filesOf(kEast).empty());
    CHECK(centre.all(rescuedChange).size() == 1);
}
