// SPDX-License-Identifier: Apache-2.0
//
// Old copies put back on phones, cloned and lost phones, clocks that run wrong: told by hand, or found by a seed and pasted.

#include <catch2/catch_test_macros.hpp>

#include "tests/simulation/world.h"

using namespace qiaomen::simulation;

// --- Phones -----------------------------------------------------------------------------------------------------------

TEST_CASE("A phone restored to an older state gets its own changes back and reuses no number",
          "[simulation][restored]") {
    World world;
    Phone& alice = world.phone("alice");
    Phone& bob = world.phone("bob");
    alice.edits("household-1", "note", "before the backup");
    alice.syncs();
    alice.isBackedUpAs(1);
    alice.edits("need-1", "text", "after the backup");
    alice.edits("need-2", "text", "after the backup, too");
    alice.syncs();
    alice.isRestoredTo(1);
    CHECK_FALSE(alice.has("need-1"));
    SECTION("and it wrote nothing since") {}
    SECTION("and it wrote less than it had lost") { alice.edits("need-3", "text", "new"); }
    SECTION("and it wrote as much as it had lost") {
        alice.edits("need-3", "text", "new");
        alice.edits("need-4", "text", "new");
    }
    SECTION("and it wrote more than it had lost") {
        for (const char* need : {"need-3", "need-4", "need-5"}) alice.edits(need, "text", "new");
    }
    CHECK(world.settles() == "");
    CHECK(alice.says("need-1", "text") == "after the backup");
    CHECK(bob.says("need-2", "text") == "after the backup, too");
}

TEST_CASE("A phone that comes back empty gets everything, its own changes too, and keeps what it wrote meanwhile",
          "[simulation][restored]") {
    World world;
    Phone& alice = world.phone("alice");
    alice.isBackedUpAs(0);
    alice.edits("household-1", "note", "before the loss");
    alice.edits("need-2", "text", "before the loss, too");
    alice.syncs();
    alice.isRestoredTo(0);
    world.passes(kHour);
    alice.edits("need-1", "text", "before the first sync");
    CHECK(world.settles() == "");
    CHECK(alice.says("household-1", "note") == "before the loss");
    CHECK(alice.says("need-1", "text") == "before the first sync");
    CHECK(alice.rescueReasons().empty());
}

TEST_CASE(
    "Found by seed 5743: a phone set back to before a refusal hears of the refusal again, though it is a copy now",
    "[simulation][restored][refused]") {
    World world;
    Phone& alice = world.phone("alice");
    Phone& bob = world.phone("bob");
    bob.edits("visit-1", "remark", "Bob was there");
    bob.syncs();
    alice.edits("need-2", "text", "taken");
    alice.edits("visit-1", "remark", "Alice was there");
    SECTION("what the centre has besides came after everything that the phone knows") { alice.isBackedUpAs(1); }
    SECTION("under one of the numbers that the phone knows, the centre has something else") {
        alice.isBackedUpAs(1);
        alice.edits("need-1", "text", "after the backup");
        alice.syncs();
        alice.isRestoredTo(1);
        world.passes(kMinute);
        alice.edits("need-1", "text", "after the backup was put back");
        alice.edits("need-1", "place", "by the gate");
    }
    alice.edits("household-1", "note", "after the backup, too");
    alice.syncs();
    alice.isRestoredTo(1);
    CHECK(world.settles() == "");
    CHECK(alice.rescueReasons() == std::vector<std::string>{"a visit is written once: correct it with a new one"});
}

TEST_CASE("A refused change that nobody looked at for months does not keep a phone from refilling the centre",
          "[simulation][restored][refused]") {
    World world;
    Phone& alice = world.phone("alice");
    Phone& bob = world.phone("bob");
    bob.edits("visit-1", "remark", "Bob was there");
    bob.syncs();
    alice.edits("visit-1", "remark", "Alice was there");
    alice.edits("need-1", "text", "long safe");
    alice.syncs();
    world.passes(100 * kDay);
    SECTION("what she wrote next is safe for months, too, and only the refused change is left of all that") {
        alice.edits("need-2", "text", "long safe, too");
        alice.syncs();
        world.passes(100 * kDay);
    }
    SECTION("she goes on writing") {}
    world.centre().isBackedUpAs(1);
    alice.edits("household-1", "note", "taken after the backup");
    alice.edits("household-2", "note", "taken after the backup, too");
    alice.syncs();
    world.centre().isRestoredTo(1);
    alice.edits("need-3", "text", "written after the backup was put back");
    CHECK(world.settles() == "");
    CHECK(bob.says("household-1", "note") == "taken after the backup");
    CHECK(bob.says("household-2", "note") == "taken after the backup, too");
    CHECK(bob.says("need-3", "text") == "written after the backup was put back");
    CHECK(alice.rescueReasons() == std::vector<std::string>{"a visit is written once: correct it with a new one"});
}

TEST_CASE("Of a cloned phone both keep what they wrote: at the centre, or in the rescue queue",
          "[simulation][cloned]") {
    World world;
    Phone& alice = world.phone("alice");
    alice.edits("household-1", "note", "before the clone");
    alice.syncs();
    Phone& twin = alice.isClonedAs("twin");
    world.passes(kHour);
    alice.edits("household-1", "phone", "5550100");
    alice.edits("need-1", "text", "by Alice");
    world.passes(kMinute);
    twin.edits("household-1", "phone", "5550199");
    twin.edits("need-2", "text", "by the twin");
    twin.edits("need-3", "text", "by the twin, later");
    CHECK(world.settles() == "");
    CHECK(twin.says("need-1", "text") == "by Alice");
    CHECK(alice.says("need-3", "text") == "by the twin, later");
}

TEST_CASE("Found by seed 43: nothing is called safe because a clone's change has its number", "[simulation][cloned]") {
    World world({.seed = 43, .tailLimit = 1000, .pushLimit = 2});
    Phone& bob = world.phone("bob");
    bob.edits("household-2", "contact_way", "door");
    Phone& bobTwin = bob.isClonedAs("bobTwin");
    bobTwin.edits("need-2", "text", "v18");
    bob.edits("need-1", "state", "open");
    bobTwin.edits("resident-1", "work_unit", "v19");
    bob.edits("resident-1", "work_unit", "v20");
    CHECK(world.settles() == "");
}

TEST_CASE("Found by seed 7251: what two copies of a phone say at once, in the same words, is one change",
          "[simulation][cloned]") {
    World world;
    Phone& alice = world.phone("alice");
    Phone& twin = alice.isClonedAs("twin");
    alice.edits("hazard-1", "state", "open");
    twin.edits("hazard-1", "state", "open");
    CHECK(world.settles() == "");
    CHECK(alice.safety().safe == 1);
    CHECK(twin.safety().safe == 1);
}

TEST_CASE(
    "Found by seed 534: three copies of a phone whose clock is ahead say the same thing, each with a stamp of its own",
    "[simulation][cloned][clock]") {
    World world;
    Phone& bob = world.phone("bob");
    bob.clockJumps(10 * kYear);
    bob.edits("need-1", "text", "a ramp");
    Phone& twin = bob.isClonedAs("twin");
    Phone& third = twin.isClonedAs("third");
    third.syncs();
    bob.syncs(delaysRequest(3));
    bob.syncs(delaysRequest(2));
    twin.syncs();
    CHECK(world.settles() == "");
}

TEST_CASE("What two copies of a phone stamp anew, each for itself, has one effect: who wrote over it knew of it",
          "[simulation][cloned][clock]") {
    World world;
    Phone& alice = world.phone("alice");
    Phone& bob = world.phone("bob");
    alice.clockJumps(10 * kYear);
    alice.edits("household-1", "note", "rain");
    alice.edits("household-1", "note", "rain and wind");
    Phone& twin = alice.isClonedAs("twin");
    alice.syncs();
    bob.syncs();
    world.passes(kHour);
    bob.edits("household-1", "note", "sun");
    bob.syncs();
    world.passes(kHour);
    twin.syncs();
    CHECK(world.settles() == "");
    CHECK(twin.says("household-1", "note") == "sun");
    CHECK(world.centre().conflictsOf("household-1") == "");
    CHECK(twin.safety().safe == 2);
}

TEST_CASE("A phone that drowns takes nothing along that it had called safe", "[simulation][lost]") {
    World world;
    Phone& alice = world.phone("alice");
    Phone& bob = world.phone("bob");
    alice.edits("household-1", "note", "safe");
    alice.syncs();
    alice.edits("household-1", "note", "only there");
    alice.isLost();
    CHECK(world.settles() == "");
    CHECK(bob.says("household-1", "note") == "safe");
}

// --- Clocks -----------------------------------------------------------------------------------------------------------

TEST_CASE("A clock ten years behind reorders nothing: who saw a value and replaced it, wins", "[simulation][clock]") {
    World world;
    Phone& alice = world.phone("alice");
    Phone& bob = world.phone("bob");
    alice.edits("household-1", "note", "Alice's");
    alice.syncs();
    bob.syncs();
    bob.clockJumps(-10 * kYear);
    bob.edits("household-1", "note", "Bob's, later");
    CHECK(world.settles() == "");
    CHECK(alice.says("household-1", "note") == "Bob's, later");
    CHECK(world.centre().conflictsOf("household-1") == "");
}

TEST_CASE("A clock ten years ahead loses nothing and harms nobody else", "[simulation][clock]") {
    World world;
    Phone& alice = world.phone("alice");
    Phone& bob = world.phone("bob");
    alice.edits("household-1", "note", "right");
    alice.syncs();
    alice.clockJumps(10 * kYear);
    alice.edits("household-1", "note", "from 2036");
    alice.syncs();
    bob.syncs();
    bob.edits("household-1", "phone", "5550100");
    CHECK(world.settles() == "");
    CHECK(alice.says("household-1", "phone") == "5550100");
}

TEST_CASE(
    "Found by seed 1083: what was stamped anew had reached the centre all the same, in an old letter: it is one change",
    "[simulation][clock][carrier]") {
    World world;
    Phone& alice = world.phone("alice");
    Phone& bob = world.phone("bob");
    alice.clockJumps(kHour);
    alice.edits("household-1", "note", "rain");
    alice.meets(bob);
    alice.syncs(losesRequest(2));
    world.passes(2 * kHour);
    bob.syncs();
    bob.syncs();
    bob.edits("household-1", "note", "sun");
    bob.syncs();
    alice.edits("household-1", "phone", "5550100");
    CHECK(world.settles() == "");
    CHECK(alice.says("household-1", "note") == "sun");
    CHECK(world.centre().conflictsOf("household-1") == "");
    CHECK(alice.safety().safe == 2);
}

TEST_CASE("Found by seed 301107: who stamps anew what a letter brings does not become a copy of himself",
          "[simulation][clock][carrier]") {
    World world({.seed = 301107});
    Phone& alice = world.phone("alice");
    Phone& carol = world.phone("carol", {.role = Role::leader, .grid = "west"});
    carol.edits("household-1", "phone", "v24");
    carol.clockDrifts(28952);
    carol.edits("resident-1", "work_unit", "v41");
    world.passes(160134693);
    carol.edits("household-2", "note", "v43");
    carol.meets(alice);
    carol.syncs(losesRequest(2));
    CHECK(world.settles() == "");
}

TEST_CASE("Found by seed 301252: a letter that is handed in twice is too early the first time, and taken the second",
          "[simulation][clock][carrier]") {
    World world;
    Phone& alice = world.phone("alice");
    Phone& bob = world.phone("bob");
    world.centre().clockJumps(-14 * kMinute);
    alice.edits("household-1", "head_name", "v18");
    alice.syncs();
    alice.edits("household-1", "note", "v20");
    alice.meets(bob);
    bob.syncs();
    world.passes(27 * kMinute);
    bob.syncs();
    alice.meets(bob);
    CHECK(world.settles() == "");
    CHECK(alice.safety().safe == 2);
}

TEST_CASE("Once a clock that was ten years ahead is right again, work goes on as before", "[simulation][clock]") {
    World world;
    Phone& alice = world.phone("alice");
    alice.clockJumps(10 * kYear);
    alice.edits("need-1", "text", "from 2036");
    alice.syncs();
    alice.clockJumps(-10 * kYear);
    world.passes(kHour);
    alice.edits("need-2", "text", "from today");
    CHECK(world.settles() == "");
    CHECK(world.centre().says("need-2", "text") == "from today");
}
