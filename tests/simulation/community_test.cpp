// SPDX-License-Identifier: Apache-2.0
//
// Grids that are given and taken, letters that people carry for each other, halls and leaders, and the community next door: told by hand.

#include <catch2/catch_test_macros.hpp>

#include "tests/simulation/street.h"

using namespace qiaomen::simulation;

// --- Grids that come and go -------------------------------------------------------------------------------------------

TEST_CASE("A grid changes hands: it is gone from one phone, with nothing left behind, and whole on the other",
          "[simulation][scope]") {
    Street street;
    Phone& carol = street.world.phone("carol", {.grid = "west"});
    street.alice.edits("household-1", "phone", "5550100");
    street.centre.takes("alice", "east");
    street.centre.gives("carol", "east");
    CHECK(street.world.settles() == "");
    CHECK_FALSE(street.alice.holds("east"));
    CHECK(street.alice.leftovers().empty());
    CHECK(carol.says("household-1", "note") == "first floor");
    // It was late: those who hold the grid decide.
    CHECK(carol.says("household-1", "phone") == "");
    CHECK(street.centre.rescued("open") == 1);
    carol.takesIn();
    CHECK(street.world.settles() == "");
    CHECK(street.bob.says("household-1", "phone") == "5550100");
    CHECK(street.centre.rescued("taken_in") == 1);
}

TEST_CASE("Killed at any step of leaving a grid, a phone has left it in the end, and nothing was lost",
          "[simulation][scope][crash]") {
    for (const auto kind :
         {Trouble::Kind::crashesErasing, Trouble::Kind::crashesAtCommit, Trouble::Kind::crashesAfter}) {
        for (int at = 1; at <= 4; ++at) {
            Street street({.seed = 1, .pushLimit = 1});
            street.alice.types("visit-2", "half a sentence");
            street.alice.edits("visit-1", "remark", "late");
            street.alice.edits("need-1", "text", "late, too");
            street.centre.takes("alice", "east");
            CAPTURE(print(Trouble{kind, at}));
            for (int round = 0; round < 3; ++round) street.alice.syncs({kind, at});
            CHECK(street.world.settles() == "");
            CHECK_FALSE(street.alice.holds("east"));
            CHECK(street.centre.rescued("open") == 3);
        }
    }
}

TEST_CASE("A grid is taken, and given back, while a phone has no network: nobody notices", "[simulation][scope]") {
    Street street;
    street.alice.isCutOff();
    street.alice.edits("household-1", "note", "written meanwhile");
    street.centre.takes("alice", "east");
    street.alice.syncs();
    street.centre.gives("alice", "east");
    CHECK(street.world.settles() == "");
    CHECK(street.bob.says("household-1", "note") == "written meanwhile");
    CHECK(street.centre.rescued("open") == 0);
}

TEST_CASE("A centre that forgot what a phone handed over hears it once more, as long as the phone is there",
          "[simulation][scope][centre]") {
    Street street;
    street.centre.isBackedUpAs(1);
    street.alice.types("visit-2", "half a sentence");
    street.alice.edits("visit-1", "remark", "late");
    street.centre.takes("alice", "east");
    street.alice.syncs();
    street.centre.isRestoredTo(1);
    CHECK(street.world.settles() == "");
    CHECK_FALSE(street.alice.holds("east"));
    CHECK(street.centre.rescued("open") == 2);
}

TEST_CASE("Found by seed 301204: what a copy had written before it went on as another is handed over, too",
          "[simulation][scope][centre][cloned]") {
    World world;
    Centre& centre = world.centre();
    Phone& alice = world.phone("alice");
    centre.isBackedUpAs(2);
    alice.edits("resident-1", "work_unit", "v7");
    Phone& aliceTwin = alice.isClonedAs("aliceTwin");
    alice.edits("resident-1", "work_unit", "v12");
    alice.syncs();
    aliceTwin.syncs();
    centre.takes("alice", "east");
    alice.syncs();
    centre.isRestoredTo(2);
    CHECK(world.settles() == "");
    CHECK_FALSE(aliceTwin.holds("east"));
    CHECK(centre.rescued("open") == 1);
}

TEST_CASE("Found by seed 300909: what a full disk left of a grid stays away when the power goes later",
          "[simulation][scope][disk]") {
    World world({.seed = 300909});
    Phone& carol = world.phone("carol", {.role = Role::hall});
    world.centre().takes("carol", "east");
    carol.diskWill(runFull, 39);
    carol.syncs();
    carol.diskWill(losePower, 4);
    carol.types("west/parcel-1", "v3");
    CHECK(world.settles() == "");
    CHECK(carol.leftovers().empty());
}

// --- Days without a network -------------------------------------------------------------------------------------------

TEST_CASE("Days with half a network: what goes out arrives once, and what comes in comes later",
          "[simulation][network]") {
    Street street;
    street.alice.hearsNothing();
    for (int day = 0; day < 5; ++day) {
        street.alice.edits("visit-" + std::to_string(day), "remark", "all well");
        street.alice.syncs();
        street.world.passes(kDay);
    }
    CHECK(street.alice.safety().onlyHere == 5);
    CHECK(street.centre.has("visit-4"));
    CHECK(street.world.settles() == "");
    CHECK(street.alice.safety().safe == 6);
}

// --- Letters ----------------------------------------------------------------------------------------------------------

TEST_CASE("A phone that never has a network is a full member: a neighbour carries its letters",
          "[simulation][carrier]") {
    Street street;
    Phone& olga = street.world.phone("olga");
    olga.isCutOff();
    olga.meets(street.bob);
    street.bob.syncs();
    olga.meets(street.bob);
    CHECK(olga.says("household-1", "note") == "first floor");
    olga.edits("household-1", "note", "from the village");
    olga.meets(street.bob);
    street.bob.syncs();
    CHECK(street.centre.says("household-1", "note") == "from the village");
    CHECK(olga.safety().onlyHere == 1);
    olga.meets(street.bob);
    CHECK(olga.safety().onlyHere == 0);
    CHECK(street.world.settles() == "");
}

TEST_CASE("Somebody without a network hears by letter that the grid was taken, and hands it over by letter",
          "[simulation][carrier][scope]") {
    Street street;
    street.alice.isCutOff();
    street.alice.edits("visit-1", "remark", "late");
    street.alice.types("visit-2", "half a sentence");
    street.centre.takes("alice", "east");
    for (int trip = 0; trip < 6 && street.alice.holds("east"); ++trip) {
        street.alice.meets(street.bob);
        street.bob.syncs();
    }
    CHECK_FALSE(street.alice.holds("east"));
    CHECK(street.centre.rescued("open") == 2);
    CHECK(street.world.settles() == "");
}

TEST_CASE("Found by seed 301077: an answer to what has been stamped anew since calls nothing safe",
          "[simulation][carrier][clock]") {
    World world;
    Phone& alice = world.phone("alice");
    Phone& bob = world.phone("bob");
    bob.clockJumps(20 * kMinute);
    bob.edits("visit-1", "remark", "all well");
    bob.meets(alice);
    bob.syncs(losesRequest(2));
    world.passes(kHour);
    alice.syncs();
    alice.meets(bob);
    CHECK(bob.safety().onlyHere == 1);
    CHECK(world.settles() == "");
    CHECK(bob.safety().safe == 1);
}

// --- Halls, leaders and the community next door -----------------------------------------------------------------------

TEST_CASE("The hall sees every grid, a door worker one; a leader closes what two of them left open",
          "[simulation][roles]") {
    Street street;
    Phone& wendy = street.world.phone("wendy", {.grid = "west"});
    Phone& hall = street.world.phone("hall", {.role = Role::hall});
    Phone& leader = street.world.phone("leader", {.role = Role::leader});
    wendy.edits("west/household-2", "head_name", "Li");
    wendy.syncs();
    street.bothWrite("note", "sun", "rain");
    street.alice.syncs();
    street.bob.syncs();
    hall.syncs();
    leader.syncs();
    leader.resolves("household-1", "kept");
    CHECK(hall.says("west/household-2", "head_name") == "Li");
    CHECK(street.world.settles() == "");
    CHECK(street.centre.conflictsOf("household-1") == "note: rain (bob) over sun (alice) kept");
    CHECK_FALSE(street.alice.holds("west"));
    CHECK_FALSE(wendy.holds("east"));
}

TEST_CASE("A phone of one community never sees another's records, even where its requests go astray",
          "[simulation][communities]") {
    Street street({.communities = 2});
    Phone& hana = street.world.phone("hana", {.grid = "harbour"});
    hana.edits("harbour/household-1", "head_name", "Mori");
    hana.syncs(reachesOther());
    CHECK(hana.lastProblem() == "this device is not known here: enrol it again");
    CHECK(hana.safety("harbour").onlyHere == 1);
    // A letter that the wrong centre gets is opened by nobody.
    hana.isCutOff();
    hana.meets(street.alice);
    street.alice.syncs();
    CHECK(street.world.settles() == "");
    CHECK(street.world.harbour().says("harbour/household-1", "head_name") == "Mori");
    CHECK_FALSE(hana.has("household-1"));
}
