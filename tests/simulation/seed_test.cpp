// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>

#include "tests/simulation/generated.h"

using namespace qiaomen::simulation;

namespace {

/// As many seeds as the environment asks for: a contributor's run takes a minute.
std::uint64_t seedsToPlay() {
    const char* wanted = std::getenv("QIAOMEN_SIMULATION_SEEDS");
    return wanted ? std::strtoull(wanted, nullptr, 10) : 400;
}

void playSeeds(std::uint64_t climate) {
    for (std::uint64_t seed = 1; seed <= seedsToPlay(); ++seed) {
        if (seed % kClimates != climate) continue;
        const Story story = storyOf(seed);
        const Outcome outcome = play(story);
        if (outcome.complaints.empty()) continue;
        const Story shortest = shrunk(story);
        FAIL("seed " << seed << " goes wrong:\n"
                     << outcome.complaints << "\n\n"
                     << asTest(shortest, "Seed " + std::to_string(seed)));
    }
}

}  // namespace

TEST_CASE("Whatever people do side by side, all replicas tell the same true story", "[simulation]") { playSeeds(0); }
TEST_CASE("… over a bad network, between processes that die", "[simulation]") { playSeeds(1); }
TEST_CASE("… with clocks that nobody should trust", "[simulation]") { playSeeds(2); }
TEST_CASE("… on disks that are full or fail, and with power that goes", "[simulation]") { playSeeds(3); }
TEST_CASE("… with old copies put back, cloned phones and an old centre", "[simulation]") { playSeeds(4); }

TEST_CASE("A seed is the same world every time: what fails once can be looked at again", "[simulation]") {
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        const Story story = storyOf(seed);
        const Outcome first = play(story);
        const Outcome second = play(story);
        CAPTURE(seed);
        CHECK(first.traceHash == second.traceHash);
    }
}
