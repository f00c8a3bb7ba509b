// SPDX-License-Identifier: Apache-2.0
//
// The end of a world: everybody comes together, and then all is looked at that must be so.
#include <algorithm>

#include "tests/simulation/losses.h"
#include "tests/simulation/oracle.h"
#include "tests/simulation/world.h"

namespace qiaomen::simulation {

namespace {

constexpr int kMostSettlingRounds = 16;

}  // namespace

std::string World::settles() {
    tell("everybody comes together");
    for (const auto& centre : centres_) centre->diskIsWell();
    for (const auto& phone : phones_) {
        phone->diskIsWell();
        phone->isConnected();
    }
    // Two quiet rounds: a repair may wait for the next one.
    int quiet = 0;
    for (int round = 0; quiet < 2 && round < kMostSettlingRounds; ++round) quiet = settleOnce() ? quiet + 1 : 0;
    if (quiet < 2) complain("it never comes to rest");
    checkScopes();
    for (const auto& centre : centres_) {
        for (const GridId& grid : centre->grids()) checkGrid(*centre, grid);
    }
    std::string text;
    for (const std::string& complaint : complaints_) text += (text.empty() ? "" : "\n") + complaint;
    tell("in the end: " + text);
    return text;
}

/// True when nobody sent or got anything, and nobody had a problem.
bool World::settleOnce() {
    const auto digests = [&] {
        std::vector<Hash128> all;
        for (const auto& centre : centres_) {
            for (const GridId& grid : centre->grids()) all.push_back(centre->digest(grid));
        }
        return all;
    };
    bool quiet = true;
    const auto before = digests();
    for (const auto& phone : phones_) {
        if (!phone->isAlive()) continue;
        passes(2 * kHour);  // longer than the pause between two repairs
        quiet = isQuiet(*phone) && quiet;
    }
    return quiet && before == digests();
}

bool World::isQuiet(Phone& phone) {
    const auto standing = [&] {
        std::map<GridId, std::pair<Hash128, std::uint64_t>> all;
        for (const GridId& grid : phone.grids()) {
            const auto digest = phone.storeOf(grid).digest();
            const auto safety = phone.storeOf(grid).safety();
            if (digest && safety) all[grid] = {*digest, safety->onlyHere};
        }
        return all;
    };
    const auto before = standing();
    phone.syncs();
    if (!phone.isAlive() || phone.moved() || !phone.lastProblem().empty()) return false;
    const auto after = standing();
    return before == after && std::ranges::all_of(after, [](const auto& one) { return one.second.second == 0; });
}

void World::checkGrid(Centre& centre, const GridId& grid) {
    checkReplicas(centre, grid);
    checkProofs(centre, grid);
    Losses losses(centre, grid, phones_, notebooks_[grid]);
    // Who saved what was inherited, nobody has seen.
    if (options_.inherits.empty()) losses.doublesAreLosses(disaster_);
    for (const std::string& complaint : losses.complaints()) complain(complaint);
    for (const std::string& complaint : notebooks_[grid].complaints()) complain(complaint);
}

/// What a version before signatures left behind cannot be proven.
void World::checkProofs(Centre& centre, const GridId& grid) {
    if (!options_.inherits.empty()) return;
    for (const std::string& finding : centre.findings(grid)) complain("verify: " + finding);
}

void World::checkReplicas(Centre& centre, const GridId& grid) {
    const Oracle oracle(centre.log(grid), centre.device(), allCollections(),
                        [this](const DeviceId& device) { return nameOf(device); });
    for (const std::string& complaint : oracle.complaintsAboutConflicts()) complain(complaint);
    const auto check = [&](const std::string& who, const std::vector<Record>& records, const Hash128& told) {
        for (const std::string& complaint : oracle.complaintsAboutRecords(records))
            complain(std::string(who).append(": ").append(complaint));
        Digest digest;
        for (const Record& record : records) digest.add(record);
        if (digest.total() != told) complain(who + " has a digest that is not its records'");
    };
    check(centre.name(), centre.records(grid), centre.digest(grid));
    for (const auto& phone : phones_) {
        if (!phone->isAlive()) continue;
        const std::vector<GridId> held = phone->grids();
        if (std::ranges::find(held, grid) == held.end()) continue;
        const auto digest = phone->storeOf(grid).digest();
        const auto safety = phone->storeOf(grid).safety();
        check(phone->name(), phone->records(grid), digest ? *digest : Hash128{});
        if (!safety || safety->onlyHere > 0) complain(phone->name() + " still has changes that are only there");
    }
}

/// Every phone holds what the administrator said last, and nothing of anything else.
void World::checkScopes() {
    for (const auto& phone : phones_) {
        if (!phone->isAlive()) continue;
        if (!phone->lastProblem().empty()) complain(phone->name() + " cannot sync: " + phone->lastProblem());
        const std::vector<GridId> held = phone->grids();
        if (std::set<GridId>(held.begin(), held.end()) != phone->centre().mayOpen(phone->enrolledAs()))
            complain(phone->name() + " holds other grids than it may");
        for (const std::string& name : phone->leftovers())
            complain(phone->name() + " kept " + name + " of a grid that it left");
    }
}

}  // namespace qiaomen::simulation
