// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/disks.h"

#include <algorithm>
#include <vector>

namespace qiaomen::simulation {

namespace {

/// Where a machine has its databases.
std::string placeOf(const std::string& machine) { return machine + "/grids"; }

}  // namespace

void Disks::starts(const std::string& machine) {
    Machine& one = machines_[machine];
    one.before = tests::filesIn(folder_ / placeOf(machine));
    one.since = disk_.moment();
    one.gone.clear();
}

void Disks::tookAway(const std::string& machine, const std::string& beginning) {
    Machine& one = machines_[machine];
    std::erase_if(one.before, [&](const auto& file) { return file.first.starts_with(beginning); });
    one.gone[beginning] = disk_.moment();
}

void Disks::will(const std::string& machine, Failure::Kind kind, std::uint64_t after) {
    machines_[machine].ordered = kind;
    disk_.fail({kind, after}, machine);
}

std::optional<Disks::Failure::Kind> Disks::wentWrong(const std::string& machine) const {
    const auto found = machines_.find(machine);
    return found != machines_.end() && disk_.hasFailed(machine) ? found->second.ordered : std::nullopt;
}

void Disks::mend(const std::string& machine) {
    Machine& one = machines_[machine];
    if (wentWrong(machine) == Failure::Kind::powerCut) {
        const std::string folder = placeOf(machine) + "/";
        std::vector<tests::DiskAct> acts;
        for (std::size_t i = one.since; i < disk_.acts().size(); ++i) {
            if (!disk_.acts()[i].file.starts_with(folder)) continue;
            const std::string name = disk_.acts()[i].file.substr(folder.size());
            const bool isGone = std::ranges::any_of(
                one.gone, [&](const auto& gone) { return i < gone.second && name.starts_with(gone.first); });
            if (isGone) continue;
            acts.push_back(disk_.acts()[i]);
            acts.back().file = name;
        }
        tests::lay(tests::PowerCuts(one.before, acts).at(acts.size(), dice_), folder_ / placeOf(machine));
    }
    one.ordered.reset();
    disk_.heal(machine);
}

}  // namespace qiaomen::simulation
