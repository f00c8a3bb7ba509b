// SPDX-License-Identifier: Apache-2.0
//
// What a bad network, a killed process and a bad disk make of people's work, told by hand.

#include <catch2/catch_test_macros.hpp>

#include "tests/simulation/street.h"

using namespace qiaomen::simulation;

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
