// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "shared/client/device_folder.h"
#include "syncserver/access.h"
#include "syncserver/hub.h"
#include "syncserver/sqlite_grid_store.h"
#include "tests/simulation/disks.h"
#include "tests/simulation/names.h"

namespace qiaomen::simulation {

class World;

/// Thrown where a process dies; caught by whoever starts it again.
struct Killed {};

/// What a person's device may open when it is enrolled.
enum class Role : unsigned char {
    door,    ///< the grids that are named, one as a rule
    leader,  ///< every grid of the community that there is then: decides what others leave open
    hall,    ///< every grid that there ever is: the desk
};

/// A community's centre: hubs over one folder of grids, asked in turn. It can be killed at any look at its clock, be put back to an old
/// copy of its files, and lose its power or its disk. The register of devices is real and stands apart: it is not set back, and its disk
/// does not fail.
class Centre {
public:
    Centre(World& world, std::string name, std::uint64_t seed, std::vector<std::string_view> grids);
    ~Centre();

    void crashes();
    void isBackedUpAs(int label);
    /// Nothing happens when there is no such backup.
    void isRestoredTo(int label);
    void clockJumps(std::int64_t ms) { offsetMs_ += ms; }
    void diskWill(Disks::Failure::Kind kind, std::int64_t after);
    /// The administrator gives somebody's phone a grid, or takes it away. Nothing happens when it is so already.
    void gives(std::string_view who, std::string_view grid);
    void takes(std::string_view who, std::string_view grid);

    /// What the field holds, "" for nothing.
    [[nodiscard]] std::string says(std::string_view record, std::string_view field);
    [[nodiscard]] bool has(std::string_view record);
    /// "note: rain (alice) over sun (bob)": every conflict about the record in the order of the alphabet, separated by "; ".
    [[nodiscard]] std::string conflictsOf(std::string_view record);
    /// Records that wait for a decision, or had one: those in that state.
    [[nodiscard]] std::size_t rescued(std::string_view state, std::string_view grid = kEast);

    // --- for phones and checks ---
    Enrolment enrols(const std::string& who, Role role, const std::vector<std::string>& grids);
    /// As after a sync before this world began.
    void knows(const std::string& token, const DeviceId& device, const PublicKey& key);
    Result<std::string> answer(const std::string& token, std::string_view request);
    Result<std::string> snapshot(const std::string& token, const GridId& grid);
    /// The answer to a question that somebody carried in.
    Result<std::string> carried(std::string_view question);
    /// The n-th look at the clock from now on kills the process; 0: none does.
    void dieAtClockRead(int count) { clockReadsLeft_ = count; }
    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] const DeviceId& device() const { return device_; }
    [[nodiscard]] std::vector<GridId> grids() const;
    [[nodiscard]] bool has(const GridId& grid) const { return logs_.contains(grid); }
    /// What the administrator decided about somebody's phone, last of all.
    [[nodiscard]] const std::set<GridId>& mayOpen(const std::string& who) const { return scopes_.at(who); }
    [[nodiscard]] const std::vector<LoggedChange>& log(const GridId& grid) const { return logs_.at(grid); }
    [[nodiscard]] Hash128 digest(const GridId& grid);
    [[nodiscard]] std::vector<Record> records(const GridId& grid);
    /// What `qiaomen-server verify` would say.
    [[nodiscard]] std::vector<std::string> findings(const GridId& grid);
    /// After the last step: nothing that was ordered and has not happened happens any more.
    void diskIsWell();

private:
    void start();
    void stop();
    void restart();
    bool diskFailed();
    template <class Work>
    auto atWork(const Work& work) -> decltype(work());
    Hub& hub() { return *hubs_[asked_++ % hubs_.size()]; }
    void watch();
    void watch(const GridId& grid, std::vector<LoggedChange>& log);
    void readLogsAnew();
    void beginHistory(const GridId& grid);
    [[nodiscard]] Record read(std::string_view record);
    [[nodiscard]] std::filesystem::path files() const;
    [[nodiscard]] std::filesystem::path backup(int label) const;

    World& world_;
    std::string name_;
    DeviceId device_;
    KeyPair keys_;
    std::int64_t offsetMs_ = 0;
    int clockReadsLeft_ = 0;
    RandomSource random_;
    std::unique_ptr<Access> access_;
    std::map<std::string, std::set<GridId>> scopes_;
    std::unique_ptr<SqliteGridStore> store_;
    std::vector<std::unique_ptr<Hub>> hubs_;
    std::size_t asked_ = 0;
    std::map<GridId, std::vector<LoggedChange>> logs_;  ///< as they stand on the disk
};

}  // namespace qiaomen::simulation
