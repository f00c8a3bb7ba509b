// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/simulation/world.h"

namespace qiaomen::simulation {

/// Alice and Bob, who both have the Wangs.
struct Street {
    World world;
    Phone& alice = world.phone("alice");
    Phone& bob = world.phone("bob");
    Centre& centre = world.centre();

    explicit Street(World::Options options = {}) : world(std::move(options)) {
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

}  // namespace qiaomen::simulation
