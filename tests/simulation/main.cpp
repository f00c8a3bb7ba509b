// SPDX-License-Identifier: Apache-2.0
//
// qiaomen-simulation: plays seed after seed, for as many or as long as asked. For each that goes wrong it prints what is wrong and
// the shortest story that still goes wrong, as a test. The last line counts; the exit code is 1 when a seed failed.
//
//     qiaomen-simulation --seeds 10000 --first-seed 1 --minutes 15
//     qiaomen-simulation --seeds 1 --first-seed 123 --trace

#include <CLI/CLI.hpp>
#include <chrono>
#include <iostream>

#include "tests/simulation/generated.h"

using namespace qiaomen::simulation;

int main(int argc, char** argv) {
    std::uint64_t seeds = 1000, firstSeed = 1, mostFailures = 5;
    double minutes = 0;
    bool trace = false, noShrinking = false;
    CLI::App options("Plays simulated worlds of phones and a centre");
    options.add_option("--seeds", seeds, "how many");
    options.add_option("--first-seed", firstSeed, "the first of them");
    options.add_option("--minutes", minutes, "stop after so long; 0: when all seeds were played");
    options.add_option("--failures", mostFailures, "stop after so many seeds that failed");
    options.add_flag("--trace", trace, "print what happens");
    options.add_flag("--no-shrinking", noShrinking, "only say which seeds fail");
    CLI11_PARSE(options, argc, argv);

    const auto start = std::chrono::steady_clock::now();
    const auto elapsed = [&] { return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(); };
    std::uint64_t played = 0, steps = 0, failed = 0;
    for (std::uint64_t seed = firstSeed; played < seeds && failed < mostFailures; ++seed) {
        if (minutes > 0 && elapsed() > minutes * 60) break;
        const Story story = storyOf(seed);
        const Outcome outcome = play(story, trace);
        ++played;
        steps += story.steps.size();
        if (outcome.complaints.empty()) continue;
        ++failed;
        std::cout << "seed " << seed << " failed:\n" << outcome.complaints << '\n' << std::endl;
        if (noShrinking) continue;
        const Story shortest = shrunk(story);
        std::cout << asTest(shortest, "Seed " + std::to_string(seed)) << "// " << play(shortest).complaints << '\n'
                  << std::endl;
    }
    std::cout << "simulation: " << played << " seeds from " << firstSeed << ", " << steps << " steps, " << failed
              << " failed, " << static_cast<int>(elapsed()) << " s" << std::endl;
    return failed == 0 ? 0 : 1;
}
