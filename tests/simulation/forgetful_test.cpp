// SPDX-License-Identifier: Apache-2.0
//
// A centre that is put back to an old copy: told by hand, or found by a seed and pasted.

#include <catch2/catch_test_macros.hpp>

#include "tests/simulation/world.h"

using namespace qiaomen::simulation;

namespace {

/// Three phones, and a centre that forgets.
struct Forgetful {
    World world{{.pushLimit = 2}};
    Centre& centre = world.centre();
    Phone& alice = world.phone("alice");
    Phone& bob = world.phone("bob");
    Phone& carol = world.phone("carol");

    /// What the centre takes meanwhile, it forgets: an old backup is put back.
    template <class Work>
    void forgets(const Work& meanwhile) {
        centre.isBackedUpAs(1);
        meanwhile();
        centre.isRestoredTo(1);
    }
};

}  // namespace

TEST_CASE_METHOD(Forgetful, "A centre restored from an old backup is refilled by the phones", "[simulation][centre]") {
    alice.edits("household-1", {{"head_name", "Wang"}, {"note", "in the backup"}});
    alice.syncs();
    bob.syncs();
    centre.isBackedUpAs(1);
    world.passes(10 * kDay);
    alice.edits("household-1", "note", "after the backup");
    alice.syncs();
    bob.syncs();
    bob.edits("need-1", "text", "after the backup, by Bob");
    bob.syncs();
    centre.isRestoredTo(1);
    CHECK(centre.says("household-1", "note") == "in the backup");
    bob.edits("need-2", "text", "not sent yet");
    CHECK(world.settles() == "");
    CHECK(centre.says("household-1", "note") == "after the backup");
    CHECK(alice.says("need-1", "text") == "after the backup, by Bob");
    CHECK(alice.says("need-2", "text") == "not sent yet");
}

TEST_CASE_METHOD(Forgetful,
                 "Found by seed 743: what an old centre forgot is not safe because a clone's change has its number now",
                 "[simulation][centre][cloned]") {
    Phone& bobTwin = bob.isClonedAs("bobTwin");
    forgets([&] {
        bobTwin.edits("household-2", "phone", "v30");
        bobTwin.syncs();
    });
    bob.edits("household-1", "head_name", "v35");
    CHECK(world.settles() == "");
}

TEST_CASE_METHOD(Forgetful, "Found by seed 31: a conflict that only a forgotten history knew is gone from every phone",
                 "[simulation][centre]") {
    carol.edits("hazard-1", "state", "open");
    bob.edits("resident-1", "work_unit", "v11");
    centre.isBackedUpAs(1);
    bob.edits("hazard-1", "place", "v12");
    bob.edits("hazard-1", "place", "same");
    bob.syncs(cutsReply(1));
    carol.syncs();
    centre.isRestoredTo(1);
    CHECK(world.settles() == "");
}

TEST_CASE_METHOD(
    Forgetful,
    "Found by seed 39: both phone and centre are restored, and the phone's numbers have a gap: it gets through all the "
    "same",
    "[simulation][centre][restored]") {
    alice.edits("resident-1", "work_unit", "v10");
    alice.isBackedUpAs(2);
    centre.isBackedUpAs(1);
    alice.edits("household-2", "note", "v20");
    alice.syncs();
    alice.isRestoredTo(2);
    alice.syncs();
    alice.edits("need-2", "state", "open");
    centre.isRestoredTo(1);
    CHECK(world.settles() == "");
    CHECK(alice.safety().onlyHere == 0);
}

TEST_CASE_METHOD(Forgetful, "Found by seed 111: who edited what the centre forgot may come before who made it",
                 "[simulation][centre]") {
    alice.edits("household-2", "note", "v1");
    centre.isBackedUpAs(1);
    alice.syncs();
    bob.syncs();
    bob.edits("household-2", "note", "v2");
    bob.syncs();
    alice.syncs();
    centre.isRestoredTo(1);
    bob.syncs();
    CHECK(world.settles() == "");
    CHECK(bob.rescueReasons().empty());
    CHECK(centre.says("household-2", "note") == "v2");
}

TEST_CASE_METHOD(Forgetful,
                 "What a forgetful centre took from a phone that drowned comes back from the phones that had it",
                 "[simulation][centre]") {
    forgets([&] {
        carol.edits("need-2", "text", "a ramp");
        carol.syncs();
        carol.isLost();
        bob.syncs();
    });
    CHECK(world.settles() == "");
    CHECK(centre.says("need-2", "text") == "a ramp");
}

TEST_CASE_METHOD(Forgetful, "Another history begins while there are unsent changes: they survive it and are sent",
                 "[simulation][centre]") {
    bob.edits("household-1", {{"head_name", "Wang"}, {"note", "Bob's"}});
    bob.syncs();
    alice.syncs();
    centre.isBackedUpAs(1);
    centre.isRestoredTo(1);
    world.passes(kHour);
    alice.edits("household-1", "note", "Alice's, unsent");
    alice.syncs(crashesAtCommit(1));
    alice.syncs();
    CHECK(world.settles() == "");
    CHECK(bob.says("household-1", "note") == "Alice's, unsent");
}

TEST_CASE_METHOD(Forgetful, "What was saved before a fork and set back to before it becomes the same successor's",
                 "[simulation][cloned][restored]") {
    Phone& bobTwin = bob.isClonedAs("bobTwin");
    bobTwin.edits("need-2", "text", "v15");
    bob.edits("need-1", "state", "open");
    bob.isBackedUpAs(1);
    bobTwin.syncs();
    bob.syncs();
    bob.isRestoredTo(1);
    CHECK(world.settles() == "");
    CHECK(bob.rescueReasons().empty());
}

TEST_CASE_METHOD(Forgetful,
                 "Found by seed 39: what a forked phone had written before comes back to a centre that forgot it",
                 "[simulation][centre][cloned]") {
    bob.clockDrifts(37118);
    world.passes(616803639);
    centre.isBackedUpAs(1);
    bob.edits("resident-1", "work_unit", "v15");
    bob.edits("resident-1", "work_unit", "v18");
    bob.syncs();
    bob.edits("household-2", "phone", "v22");
    Phone& bobTwin = bob.isClonedAs("bobTwin");
    bobTwin.syncs();
    bob.syncs();
    centre.isRestoredTo(1);
    bob.edits("resident-1", "work_unit", "same");
    CHECK(world.settles() == "");
    CHECK(centre.says("resident-1", "work_unit") == "same");
}

TEST_CASE_METHOD(Forgetful, "Found by seed 40454: what a copy gave back is no second conflict when its writer brings it",
                 "[simulation][centre][cloned]") {
    bob.edits("hazard-1", "text", "v2");
    bob.edits("resident-1", "work_unit", "v5");
    world.passes(3452113);
    bob.edits("hazard-1", "text", "same");
    bob.edits("household-1", "contact_way", "phone");
    centre.isBackedUpAs(2);
    bob.edits("hazard-1", "text", "v22");
    Phone& bobTwin = bob.isClonedAs("bobTwin");
    bob.edits("need-2", "text", "v38");
    bob.syncs();
    bobTwin.syncs();
    bobTwin.edits("hazard-1", "text", "v93");
    centre.isRestoredTo(2);
    bobTwin.syncs();
    CHECK(world.settles() == "");
    CHECK(centre.conflictsOf("hazard-1") == "text: v93 (bobTwin) over same (bob)");
}
