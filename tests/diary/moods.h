// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace qiaomen::diary {

/// What the world does to the processes of the story while they run: the clock on the wall (libfaketime) and the disk (disk_preload.cpp).
/// Everybody has a clock of their own; together they go on as the story says, and one can be set wrong.
class Moods {
public:
    /// `startMs`: what every clock says at first, ms since 1970.
    Moods(std::filesystem::path folder, std::int64_t startMs, std::filesystem::path diskLibrary);

    /// Adds somebody; gives the environment that their processes are started with.
    std::vector<std::string> join(const std::string& name);

    /// Everybody's clock goes on.
    void pass(std::chrono::minutes time);
    /// To the next time that the clock in the street says so; "08:10". Everybody's clock goes on as far.
    void passUntil(const std::string& clock, int days = 0);
    /// One person's clock is wrong by so much from now on; 0: right again.
    void setWrong(const std::string& name, std::chrono::minutes by);

    [[nodiscard]] std::int64_t nowMs(const std::string& name) const;
    /// "2026-12-01" in the street, so many days ahead.
    [[nodiscard]] std::string date(int days = 0) const;

    void fillDisk(const std::string& name) const { make(name, "full"); }
    void freeDisk(const std::string& name) const;
    void slowDisk(const std::string& name) const { make(name, "slow"); }
    /// Waits until a save of theirs stands in the middle.
    void waitForDisk(const std::string& name) const;
    void quickenDisk(const std::string& name) const;

private:
    [[nodiscard]] std::filesystem::path of(const std::string& name) const { return folder_ / name; }
    void make(const std::string& name, const char* mood) const;
    void write(const std::string& name) const;

    std::filesystem::path folder_, diskLibrary_;
    std::int64_t aheadMs_;  ///< of this machine's clock
    std::map<std::string, std::int64_t> wrongMs_;
};

}  // namespace qiaomen::diary
