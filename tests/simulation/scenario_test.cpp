// SPDX-License-Identifier: Apache-2.0
//
// What people do side by side, told by hand. Networks, processes and disks that fail are in trouble_test.cpp; old copies in
// disaster_test.cpp and forgetful_test.cpp; grids, letters and communities in community_test.cpp. Stories that nobody would think of come
// from seeds (seed_test.cpp).

#include <catch2/catch_test_macros.hpp>

#include "tests/simulation/street.h"

using namespace qiaomen::simulation;

TEST_CASE("Two workers edit different fields of one household: both edits stay, and a note says so", "[simulation]") {
    Street street;
    street.alice.edits("household-1", "note", "fever");
    street.bob.edits("household-1", "phone", "5550100");
    CHECK(street.world.settles() == "");
    CHECK(street.alice.says("household-1", "phone") == "5550100");
    CHECK(street.bob.says("household-1", "note") == "fever");
    CHECK(street.centre.conflictsOf("household-1") == "bob: phone, beside alice: note");
}

TEST_CASE("Two workers edit the same field: the later value stands in whichever order they sync, the other one is kept",
          "[simulation]") {
    Street street;
    street.bothWrite("note", "sun", "rain");
    SECTION("Alice syncs first") { street.alice.syncs(); }
    SECTION("Bob syncs first") { street.bob.syncs(); }
    CHECK(street.world.settles() == "");
    CHECK(street.alice.says("household-1", "note") == "rain");
    CHECK(street.centre.conflictsOf("household-1") == "note: rain (bob) over sun (alice)");
}

TEST_CASE("Who decides a conflict closes it for everybody", "[simulation]") {
    Street street;
    street.bothWrite("note", "sun", "rain");
    street.alice.syncs();
    street.bob.syncs();
    street.bob.resolves("household-1", "kept");
    CHECK(street.world.settles() == "");
    CHECK(street.centre.conflictsOf("household-1") == "note: rain (bob) over sun (alice) kept");
}

TEST_CASE("Two workers write the same: that is no conflict", "[simulation]") {
    Street street;
    street.alice.edits("household-1", "note", "moved to the second floor");
    street.bob.edits("household-1", "note", "moved to the second floor");
    CHECK(street.world.settles() == "");
    CHECK(street.centre.conflictsOf("household-1") == "");
}

TEST_CASE("Of a silent field the later value is simply right", "[simulation]") {
    Street street;
    street.bothWrite("card_version", "2026-1", "2026-2");
    CHECK(street.world.settles() == "");
    CHECK(street.alice.says("household-1", "card_version") == "2026-2");
    CHECK(street.centre.conflictsOf("household-1") == "");
}

TEST_CASE("One removes what another still writes: the write wins, the removal is kept", "[simulation]") {
    Street street;
    street.bob.removes("household-1");
    street.world.passes(kMinute);
    street.alice.edits("household-1", "note", "they are back");
    SECTION("the removal arrives first") { street.bob.syncs(); }
    SECTION("the write arrives first") { street.alice.syncs(); }
    CHECK(street.world.settles() == "");
    CHECK(street.bob.has("household-1"));
    CHECK(street.bob.says("household-1", "note") == "they are back");
    CHECK(street.centre.conflictsOf("household-1") == "note: they are back (alice) over its removal (bob)");
}

TEST_CASE("What is removed stays removed, however late a phone comes with what it knew", "[simulation]") {
    Street street;
    Phone& carol = street.world.phone("carol");
    carol.syncs();
    street.bob.removes("household-1");
    street.bob.syncs();
    street.world.passes(60 * kDay);
    CHECK(street.world.settles() == "");
    CHECK_FALSE(carol.has("household-1"));
    CHECK_FALSE(street.alice.has("household-1"));
}

TEST_CASE("Who corrects his own losing value changes the conflict, and makes no second one", "[simulation]") {
    Street street;
    street.bothWrite("note", "fewer", "rain");
    street.bob.syncs();
    street.world.passes(-2 * kMinute);
    street.alice.syncs(losesReply());
    street.alice.edits("household-1", "note", "fever");
    CHECK(street.world.settles() == "");
    CHECK(street.centre.conflictsOf("household-1") == "note: rain (bob) over fever (alice)");
}

TEST_CASE("Found by seed 99: a correction in the same millisecond meets another winner, and is a conflict of its own",
          "[simulation]") {
    World world;
    Phone& alice = world.phone("alice");
    Phone& bob = world.phone("bob");
    alice.edits("household-2", "note", "v3");
    alice.syncs();
    bob.edits("household-2", "note", "v4");
    bob.edits("household-2", "note", "v5");
    bob.syncs();
    alice.edits("household-2", "note", "v6");
    CHECK(world.settles() == "");
    CHECK(world.centre().conflictsOf("household-2") ==
          "note: v4 (bob) over v3 (alice); note: v5 (bob) over v6 (alice)");
}

TEST_CASE("Weeks offline: everything arrives, in both directions", "[simulation]") {
    Street street({.seed = 1, .tailLimit = 5, .pushLimit = 3});
    for (int day = 0; day < 20; ++day) {
        street.world.passes(kDay);
        street.alice.edits("visit-" + std::to_string(day), "remark", "all well");
        street.bob.edits("need-" + std::to_string(day), "text", "a ramp");
        street.bob.syncs();
    }
    CHECK(street.world.settles() == "");
    CHECK(street.bob.says("visit-19", "remark") == "all well");
    CHECK(street.alice.says("need-0", "text") == "a ramp");
    CHECK(street.alice.safety().safe == 21);
}

// --- Several servers --------------------------------------------------------------------------------------------------

TEST_CASE("Two servers on one store say the same, and neither gives an old snapshot", "[simulation][servers]") {
    Street street({.seed = 1, .shortTail = 2, .servers = 2});
    for (int i = 0; i < 12; ++i) {
        street.bob.edits("need-1", "text", "a ramp " + std::to_string(i));
        street.bob.syncs();
        Phone& newcomer = street.world.phone("newcomer" + std::to_string(i));
        newcomer.syncs();
        CHECK(newcomer.says("need-1", "text") == "a ramp " + std::to_string(i));
    }
    CHECK(street.world.settles() == "");
}

// --- Refusals ---------------------------------------------------------------------------------------------------------

TEST_CASE("A refused change waits in the rescue queue with its reason, and blocks nothing", "[simulation][refused]") {
    Street street;
    street.alice.edits("visit-1", "remark", "Alice was there");
    street.bob.edits("visit-1", "remark", "Bob was there");
    street.bob.edits("household-1", "note", "rain");
    street.alice.syncs();
    CHECK(street.world.settles() == "");
    REQUIRE(street.bob.rescueReasons().size() == 1);
    CHECK(street.bob.rescueReasons().front() == "a visit is written once: correct it with a new one");
    CHECK(street.bob.says("visit-1", "remark") == "Alice was there");
    CHECK(street.alice.says("household-1", "note") == "rain");
}

// --- Versions ---------------------------------------------------------------------------------------------------------

TEST_CASE("What a newer app writes passes through an older centre and an older phone unharmed",
          "[simulation][version]") {
    Street street;
    Phone& dan = street.world.phone("dan", {.app = App::newer});
    Phone& erin = street.world.phone("erin", {.app = App::newer});
    dan.syncs();
    dan.edits("household-1", "parking", "B2-17");
    dan.syncs();
    street.alice.syncs();
    street.alice.edits("household-1", "note", "edited by an older app");
    CHECK(street.world.settles() == "");
    CHECK(erin.says("household-1", "parking") == "B2-17");
    CHECK(erin.says("household-1", "note") == "edited by an older app");
}

TEST_CASE("An app that has never heard of hazards keeps them, and brings them all to a centre that forgot them",
          "[simulation][version]") {
    Street street;
    Phone& olga = street.world.phone("olga", {.app = App::older});
    street.centre.isBackedUpAs(1);
    street.alice.edits("hazard-1", "place", "the cellar");
    street.alice.edits("household-1", "note", "a field that she does not know either");
    street.alice.syncs();
    olga.syncs();
    olga.edits("household-1", "phone", "5550100");
    olga.syncs();
    street.alice.isLost();
    street.centre.isRestoredTo(1);
    CHECK(street.world.settles() == "");
    CHECK(street.bob.says("hazard-1", "place") == "the cellar");
    CHECK(street.bob.says("household-1", "note") == "a field that she does not know either");
    CHECK(street.bob.says("household-1", "phone") == "5550100");
}
