// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <random>
#include <span>
#include <string>
#include <vector>

#include "tests/disk/recording_disk.h"

namespace qiaomen::tests {

/// Plays a recording again up to the moment when the power goes, and lays out what the disk may hold then: everything that was synced,
/// and of the rest whatever chance decides, sector by sector of 512 bytes. The dice know four kinds of disk: one that keeps all in its
/// cache, one that writes everything through, one that writes in order and tears the last write, and one that writes in no order at all
/// and leaves rubbish where a file grew.
class PowerCuts {
public:
    using Files = std::map<std::string, std::string>;

    /// `before`: what the folder held when the recording began.
    PowerCuts(Files before, std::span<const DiskAct> acts) : acts_(acts), synced_(std::move(before)) {}

    /// The files after `moment` acts; moments must not go back from call to call.
    [[nodiscard]] Files at(std::size_t moment, std::mt19937_64& dice);

private:
    void pass(const DiskAct& act);

    std::span<const DiskAct> acts_;
    std::size_t passed_ = 0;
    Files synced_;
    std::map<std::string, std::vector<const DiskAct*>> pending_;  ///< since each file's last sync
};

/// What a folder holds: its files by name, without the index in shared memory, which no power cut leaves.
PowerCuts::Files filesIn(const std::filesystem::path& folder);
/// Makes the folder hold these files, and no others.
void lay(const PowerCuts::Files& files, const std::filesystem::path& folder);

}  // namespace qiaomen::tests
