// SPDX-License-Identifier: Apache-2.0
//
// What people do side by side, and what a bad network makes of it, told by hand. Disasters are in disaster_test.cpp; stories that
// nobody would think of come from seeds (seed_test.cpp).

#include <catch2/catch_test_macros.hpp>

#include "tests/simulation/world.h"

using namespace qiaomen::simulation;

namespace {

/// Alice and Bob, who both have the Wangs.
struct Street {
    World world;
    Phone& alice = world.phone("alice");
    Phone& bob = world.phone("bob");
    Centre& centre = world.centre();

    explicit Street(World::Options options = {}) : world(options) {
        alice.edits("household-1", {{"head_name", "Wang"}, {"note", "first floor"}});
        alice.syncs();
        world.passes(kMinute);
        bob.syncs();
    }
    /// Neither knows of the other's: Bob's is a minute later.
    void bothWrite(const char* field, const char* alices, const char* bobs) {
        alice.edits("household-1", field, alices);
        world.passes(kMinute);
        bob.edits("household-1", field, bobs);
    }
};

}  // namespace

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

// --- The network ------------------------------------------------------------------------------------------------------

TEST_CASE("Whatever happens to a request or its answer, a change has exactly one effect", "[simulation][network]") {
    using Kind = Trouble::Kind;
    for (const Kind kind : {Kind::losesRequest, Kind::losesReply, Kind::delaysRequest, Kind::repeatsRequest,
                            Kind::cutsReply, Kind::spoilsReply}) {
        for (int at = 1; at <= 4; ++at) {
            Street street({.seed = 1, .tailLimit = 2, .pushLimit = 2});
            for (const char* need : {"need-1", "need-2", "need-3", "need-4", "need-5"})
                street.alice.edits(need, "text", "a ramp");
            street.bob.edits("household-1", "note", "rain");
            street.bob.syncs();
            const Trouble trouble{kind, at};
            CAPTURE(print(trouble));
            street.alice.syncs(trouble);
            CHECK(street.world.settles() == "");
            CHECK(street.alice.safety().safe == 6);
            CHECK(street.alice.safety().refused == 0);
        }
    }
}

TEST_CASE("An answer from long ago changes nothing", "[simulation][network]") {
    Street street;
    street.alice.edits("household-1", "note", "one");
    street.alice.syncs(losesReply());
    street.alice.edits("household-1", "note", "two");
    street.alice.syncs();
    street.bob.edits("household-1", "phone", "5550100");
    street.bob.syncs();
    street.alice.edits("household-1", "note", "three");
    street.alice.syncs(answersLate());
    CHECK(street.world.settles() == "");
    CHECK(street.bob.says("household-1", "note") == "three");
}

TEST_CASE("A request from long ago changes nothing", "[simulation][network]") {
    Street street;
    street.alice.edits("household-1", "note", "one");
    street.alice.syncs(delaysRequest());
    street.alice.edits("household-1", "note", "two");
    street.alice.syncs();
    street.alice.oldRequestArrives();
    CHECK(street.world.settles() == "");
    CHECK(street.bob.says("household-1", "note") == "two");
    CHECK(street.alice.safety().refused == 0);
}

TEST_CASE("A phone killed at any moment of a sync loses nothing and repeats nothing", "[simulation][crash]") {
    for (int at = 1; at <= 6; ++at) {
        for (const Trouble trouble : {crashesBefore(at), crashesAfter(at), crashesAtCommit(at)}) {
            Street street({.seed = 1, .tailLimit = 2, .pushLimit = 2});
            for (const char* need : {"need-1", "need-2", "need-3"}) street.alice.edits(need, "text", "a ramp");
            for (const char* need : {"need-4", "need-5", "need-6"}) street.bob.edits(need, "text", "a lamp");
            street.bob.syncs();
            CAPTURE(print(trouble));
            street.alice.syncs(trouble);
            street.alice.edits("household-1", "note", "after the crash");
            CHECK(street.world.settles() == "");
            CHECK(street.alice.safety().safe == 5);
        }
    }
}

TEST_CASE("A centre killed at any moment of a sync loses nothing that it gave a receipt for", "[simulation][crash]") {
    for (int at = 1; at <= 6; ++at) {
        Street street;
        street.bob.edits("household-1", "note", "sun");
        street.bob.syncs();
        street.alice.edits("household-1", "note", "rain");
        street.alice.edits("need-1", "text", "a ramp");
        CAPTURE(at);
        street.alice.syncs(centreCrashes(at));
        CHECK(street.world.settles() == "");
        CHECK(street.alice.safety().safe == 3);
        CHECK(street.centre.has("need-1"));
    }
}

TEST_CASE("A phone killed between two parts of one answer goes on behind the last part that it merged",
          "[simulation][crash]") {
    for (int at = 1; at <= 6; ++at) {
        Street street({.seed = 1, .applyLimit = 2});
        for (int i = 0; i < 8; ++i) street.bob.edits("need-" + std::to_string(i), "text", "a ramp");
        street.bob.syncs();
        CAPTURE(at);
        street.alice.syncs(crashesAtCommit(at));
        street.alice.syncs();
        CHECK(street.alice.has("need-7"));
        CHECK(street.world.settles() == "");
    }
}

TEST_CASE("A newcomer who is killed in the middle of the snapshot gets all of it", "[simulation][crash]") {
    for (int at = 1; at <= 6; ++at) {
        Street street({.seed = 1, .applyLimit = 2, .shortTail = 2});
        for (int i = 0; i < 30; ++i)
            street.bob.edits("need-" + std::to_string(i % 4), "text", "a ramp " + std::to_string(i));
        street.bob.syncs();
        Phone& carol = street.world.phone("carol");
        CAPTURE(at);
        carol.syncs(crashesAtCommit(at));
        carol.syncs();
        CHECK(carol.says("need-3", "text") == "a ramp 27");
        CHECK(carol.snapshotsFetched() == 1);
        CHECK(street.world.settles() == "");
    }
}

// --- The disk ---------------------------------------------------------------------------------------------------------

TEST_CASE("Whatever happens to a phone's disk, and whenever, what was called saved is there", "[simulation][disk]") {
    for (const auto failure : {losePower, runFull, failToSync}) {
        for (int at = 0; at < 30; at += 3) {
            Street street({.seed = static_cast<std::uint64_t>(at), .applyLimit = 2});
            for (const char* need : {"need-1", "need-2", "need-3"}) street.bob.edits(need, "text", "a lamp");
            street.bob.syncs();
            CAPTURE(static_cast<int>(failure), at);
            street.alice.diskWill(failure, at);
            for (const char* need : {"need-4", "need-5"}) street.alice.edits(need, "text", "a ramp");
            street.alice.syncs();
            street.alice.edits("household-1", "note", "afterwards");
            CHECK(street.world.settles() == "");
            CHECK(street.bob.says("household-1", "note") == "afterwards");
        }
    }
}

TEST_CASE("Whatever happens to the centre's disk, and whenever, what it gave a receipt for is there",
          "[simulation][disk]") {
    for (const auto failure : {losePower, runFull, failToSync}) {
        for (int at = 0; at < 30; at += 3) {
            Street street({.seed = static_cast<std::uint64_t>(at)});
            street.bothWrite("note", "sun", "rain");
            CAPTURE(static_cast<int>(failure), at);
            street.centre.diskWill(failure, at);
            street.alice.syncs();
            street.bob.syncs();
            CHECK(street.world.settles() == "");
            CHECK(street.centre.conflictsOf("household-1") == "note: rain (bob) over sun (alice)");
        }
    }
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
