// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "tests/simulation/world.h"

using namespace qiaomen::simulation;

TEST_CASE("Two workers edit different fields of one household: both edits stay", "[simulation]") {
    World world;
    Phone& alice = world.phone("alice");
    Phone& bob = world.phone("bob");
    alice.edits("household-1", "head_name", "Wang");
    alice.syncs();
    bob.syncs();
    alice.edits("household-1", "note", "fever");
    bob.edits("household-1", "phone", "5550100");
    CHECK(world.settles() == "");
    CHECK(world.centre().says("household-1", "note") == "fever");
    CHECK(alice.says("household-1", "phone") == "5550100");
    CHECK(world.centre().conflictsOf("household-1") == "");
}
