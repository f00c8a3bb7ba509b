// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "tests/simulation/world.h"

namespace qiaomen::simulation {

/// One thing that happens in a generated world: a word of world.h with what it is about. Each stands for itself, so that any of
/// them can be left out: a step about somebody who is not there, or a backup that was never made, does nothing.
struct Step {
    enum class Kind : unsigned char {
        edits,
        removes,
        resolves,
        rescues,
        takesIn,
        putsAside,
        types,
        syncs,
        meets,
        isCutOff,
        hearsNothing,
        isConnected,
        gives,
        takes,
        crashes,
        isBackedUpAs,
        isRestoredTo,
        isClonedAs,
        isLost,
        clockJumps,
        clockDrifts,
        oldRequestArrives,
        centreCrashes,
        centreIsBackedUpAs,
        centreIsRestoredTo,
        centreClockJumps,
        timePasses,
        losesPower,
        diskFills,
        diskFails,
    };

    Kind kind = Kind::syncs;
    std::string who;     ///< the phone; of what may happen to a centre as well, nobody
    std::string record;  ///< "household-1"; or a grid's name, the clone's, or that of whom one meets
    std::string field;   ///< of what happens to the other community's centre: "harbour"
    Value value = {};
    Trouble trouble = {};
    std::int64_t amount = 0;  ///< a label, milliseconds, or parts per million
};

struct User {
    std::string name;
    Job job = {};
};

/// A world and what happens in it.
struct Story {
    World::Options options;
    std::vector<User> phones;
    std::vector<Step> steps;
};

struct Outcome {
    std::string complaints;  ///< "" when all is well
    std::uint64_t traceHash = 0;
};

/// Plays a story from the beginning to the end. The same story gives the same outcome, always.
Outcome play(const Story& story, bool printTrace = false);

/// The story as a Catch2 test that compiles when it is pasted into scenario_test.cpp, and fails as the story does.
std::string asTest(const Story& story, const std::string& name);

}  // namespace qiaomen::simulation
