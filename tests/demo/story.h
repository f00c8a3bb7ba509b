// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "tests/demo/acts.h"
#include "tests/processes/centre.h"
#include "tests/processes/phone.h"

namespace qiaomen::demo {

/// The main job, told and done with real processes: a community is imported, two workers of one grid and the hall record a day
/// without a network, a phone dies and comes back, the network appears, the centre is killed in the middle of the sync and
/// started again; and one door-to-door service goes from the request to the delivery, offline on both ends. Each step prints what happened, with figures. Throws std::runtime_error when a step fails.
class Story {
public:
    struct Options {
        std::filesystem::path server;  ///< the program qiaomen-server
        std::filesystem::path app;     ///< the program qiaomen
        std::filesystem::path folder;  ///< empty: everything the demo makes goes here
        bool headless = true;          ///< without windows
        /// Not 0: phones are killed with -9 after acts, and the centre during syncs, at points drawn from this seed.
        unsigned killSeed = 0;
    };

    explicit Story(Options options);

    /// Runs it all; afterwards no process of it runs any more.
    void tell();

    [[nodiscard]] const std::vector<Act>& acts() const { return acts_; }
    [[nodiscard]] std::vector<std::filesystem::path> deviceFolders() const;
    [[nodiscard]] GridId grid() const { return grid_; }
    /// The grid's log as the centre prints it, after everything.
    [[nodiscard]] std::string centreLog() const { return centre_.command({"dump", gridCode_}); }
    /// "households N" and so on, as the centre counts its own records.
    [[nodiscard]] std::string centreCounts() const { return centre_.command({"counts"}); }

private:
    static constexpr std::size_t kZhang = 0, kLi = 1, kHall = 2;

    struct Member {
        std::string name;  ///< of the folder and the device
        std::string worker;
        std::unique_ptr<processes::Phone> phone;
        std::vector<std::string> households;  ///< ids of those this person visits
    };

    void importCommunity();
    void enrolDevices();
    void firstSync();
    void shareHouseholds();
    void recordOffline();
    void takeRequest();
    void editSameHousehold();
    void killPhone();
    void syncThroughKilledCentre();
    void killPhonesWhileSyncing();
    void syncUntilEverybodyHasAll();
    void showConflicts();
    void serveAtTheDoor();
    void hallSeesTheService();
    void endEverything();

    void visit(std::size_t device, std::size_t nth);
    void edit(std::size_t device, const std::string& id, const std::string& field, const std::string& value);
    nlohmann::json serve(std::size_t device, const nlohmann::json& line);
    void perhapsKill(Member& member);
    void startAgain(Member& member);
    void note(std::size_t device, const nlohmann::json& answer, Act::Kind kind, CollectionNo collection,
              const std::string& id);
    void step(const std::string& words);

    Options options_;
    processes::Centre centre_;
    std::vector<Member> cast_;
    GridId grid_;
    std::string gridCode_;
    std::vector<Act> acts_;
    std::string order_;  ///< id of the door order
    std::minstd_rand chance_;
    int steps_ = 0;
    int kills_ = 0;
};

}  // namespace qiaomen::demo
