// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <random>
#include <string>

#include "tests/disk/power_cut.h"
#include "tests/disk/recording_disk.h"

namespace qiaomen::simulation {

/// The disks of a simulated world: one folder is one machine's. All that a machine's databases write (they are in its folder "grids") goes
/// through a recording disk, so that it can run full, fail, or lose its power at any write: then they hold what had been synced, and of
/// the rest whatever chance decides, torn and in any order. The few files besides are replaced whole and synced at once: they are what
/// they are.
class Disks {
public:
    using Failure = tests::RecordingDisk::Failure;

    Disks(const std::filesystem::path& folder, std::uint64_t seed) : folder_(folder), disk_(folder), dice_(seed) {}

    /// The machine starts: what its folder holds now is on the disk.
    void starts(const std::string& machine);
    /// It took away all files whose names begin so, past its databases, and waited for the disk: no power cut brings them back.
    void tookAway(const std::string& machine, const std::string& beginning);
    /// Happens at the `after`-th write or sync from now on.
    void will(const std::string& machine, Failure::Kind kind, std::uint64_t after);
    /// What was ordered, once it has happened.
    [[nodiscard]] std::optional<Failure::Kind> wentWrong(const std::string& machine) const;
    /// There is room again, and power: after a cut the folder holds what the disk was left with. Whatever was ordered and has not happened
    /// never will. Nobody may have the machine's files open.
    void mend(const std::string& machine);

private:
    struct Machine {
        tests::PowerCuts::Files before;
        std::size_t since = 0;
        std::optional<Failure::Kind> ordered;
        std::map<std::string, std::size_t> gone;  ///< beginnings of names, and when they were taken away
    };

    std::filesystem::path folder_;
    tests::RecordingDisk disk_;
    std::mt19937_64 dice_;
    std::map<std::string, Machine> machines_;
};

}  // namespace qiaomen::simulation
