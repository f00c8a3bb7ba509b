// SPDX-License-Identifier: Apache-2.0
#include "tests/demo/story.h"

#include <array>
#include <cstdio>
#include <sstream>
#include <stdexcept>
#include <thread>

#include "shared/domain/collections.h"

namespace qiaomen::demo {

using namespace std::chrono_literals;
using nlohmann::json;

namespace {

constexpr std::array kVisitsOf = {std::size_t{18}, std::size_t{18}, std::size_t{4}};  // 40 in all
constexpr int kSyncTries = 30;

/// What people say at doors: outcome, remark.
struct Talk {
    const char* outcome;
    const char* remark;
};
constexpr std::array<Talk, 8> kTalks = {{{"met", "家中一切正常，老人精神很好，提醒了冬季用电安全。"},
                                         {"met", "新换了门锁，留了子女的电话以备不时之需。"},
                                         {"not_home", ""},
                                         {"met", "询问医保缴费截止日期，已当面告知。"},
                                         {"later", "正在午休，约好傍晚再来。"},
                                         {"met", "孩子转学手续已经办妥，表示感谢。"},
                                         {"refused", ""},
                                         {"met", "反映楼道感应灯不亮，已记录。"}}};
constexpr std::array<const char*, 5> kNeeds = {
    "想申请居家养老助餐，每天送一顿午饭。", "低保复审材料不清楚，希望有人上门讲一讲。",
    "楼上漏水两个月，请社区帮忙协调。", "想给孩子找寒假托管班。", "残疾证到期，行动不便，请代办换证。"};
constexpr std::array<const char*, 6> kHazards = {"ebike",        "fire_passage", "wiring",
                                                 "extinguisher", "gas",          "shared_let"};

/// The acts of a day are spread over the workers' visits.
std::size_t needsBefore(std::size_t visit) { return (visit + 3) / 8; }
std::size_t hazardsBefore(std::size_t visit) { return (visit + 4) / 7; }

std::string lineWith(const std::string& text, const std::string& word) {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (line.find(word) != std::string::npos) return line;
    }
    throw std::runtime_error("\"" + word + "\" is not in: " + text);
}

}  // namespace

Story::Story(Options options)
    : options_(std::move(options)), centre_(options_.server, options_.folder / "centre"), chance_(options_.killSeed) {
    const std::array<std::array<const char*, 3>, 3> people = {
        {{"zhang", "张敏", "412x780"}, {"li", "李强", "412x780"}, {"hall", "服务大厅", "1180x780"}}};
    for (const auto& [name, worker, size] : people) {
        std::vector<std::string> arguments = {"--size", size};
        if (options_.headless) arguments.emplace_back("--headless");
        Member member{name, worker, nullptr, {}};
        member.phone = std::make_unique<processes::Phone>(
            processes::Phone::Options{options_.app, options_.folder / name, std::move(arguments)});
        cast_.push_back(std::move(member));
    }
}

void Story::step(const std::string& words) {
    std::printf("%2d. %s\n", ++steps_, words.c_str());
    std::fflush(stdout);
}

std::vector<std::filesystem::path> Story::deviceFolders() const {
    std::vector<std::filesystem::path> folders;
    for (const Member& member : cast_) folders.push_back(member.phone->data());
    return folders;
}

void Story::tell() {
    importCommunity();
    enrolDevices();
    firstSync();
    shareHouseholds();
    recordOffline();
    takeRequest();
    killPhone();
    editSameHousehold();
    syncThroughKilledCentre();
    syncUntilEverybodyHasAll();
    showConflicts();
    serveAtTheDoor();
    hallSeesTheService();
    endEverything();
}

void Story::importCommunity() {
    const auto files = options_.folder / "community";
    processes::run({.command = {options_.server.string(), "make-community", files.string(), "--seed", "1"},
                    .errors = options_.folder / "make-community.log",
                    .environment = {}});
    const std::string report = centre_.command({"import", files.string()});
    step("A community is made as office files and imported: " + lineWith(report, "households"));
}

void Story::enrolDevices() {
    centre_.start();  // finds a free port, which the enrolment files name
    centre_.stop();
    std::istringstream grids(centre_.command({"grids"}));
    std::string id;
    // The last grid is one of the town's: buildings with floors.
    while (grids >> id >> gridCode_) {
        grid_ = *GridId::parse(id);
        std::string rest;
        std::getline(grids, rest);
    }
    for (const Member& member : cast_) {
        const std::string grid = &member == &cast_[kHall] ? "all" : gridCode_;
        centre_.command({"add-device", member.name, "--worker", member.worker, "--grids", grid, "--server",
                         centre_.url(), "--out", (options_.folder / (member.name + ".json")).string()});
    }
    step("Three devices are enrolled: two workers of grid " + gridCode_ + ", and the hall for all grids");
}

void Story::firstSync() {
    centre_.start();
    for (Member& member : cast_) {
        member.phone->start({"--enrol", (options_.folder / (member.name + ".json")).string()});
        member.phone->ask({{"do", "sync"}});
        member.phone->ask({{"do", "grid"}, {"grid", grid_.text()}});
    }
    const json counts = cast_[kZhang].phone->ask({{"do", "counts"}});
    step("Each app has fetched its grids; a worker's phone now holds " +
         std::to_string(counts["households"].get<int>()) + " households, " +
         std::to_string(counts["residents"].get<int>()) + " residents");
    centre_.stop();
    step("The network is gone: the centre is not there any more");
}

void Story::shareHouseholds() {
    std::vector<std::string> all;
    processes::Phone& phone = *cast_[kZhang].phone;
    const json places = phone.ask({{"do", "look"}, {"at", "places"}});
    for (std::size_t row = 0; row < places["rows"].size() && all.size() < 41; ++row) {
        const json doors = phone.ask({{"do", "doors"}, {"row", row}});
        for (const json& door : doors["doors"]) {
            if (const std::string household = door.value("household", ""); !household.empty()) all.push_back(household);
        }
    }
    // The first household is the one that both workers will edit; each then has doors of their own.
    std::size_t next = 0;
    for (std::size_t device = 0; device < cast_.size(); ++device) {
        for (std::size_t i = 0; i < kVisitsOf[device]; ++i) cast_[device].households.push_back(all.at(++next));
        cast_[device].households.push_back(all.at(0));
    }
}

void Story::startAgain(Member& member) {
    member.phone->start();
    member.phone->ask({{"do", "grid"}, {"grid", grid_.text()}});
}

/// Every sixth time, or never without a seed.
void Story::perhapsKill(Member& member) {
    if (options_.killSeed == 0 || chance_() % 6 != 0) return;
    member.phone->kill();
    startAgain(member);
    ++kills_;
}

void Story::note(std::size_t device, const json& answer, Act::Kind kind, CollectionNo collection,
                 const std::string& id) {
    acts_.push_back({.kind = kind,
                     .device = device,
                     .number = answer["last"].get<std::uint64_t>(),
                     .collection = collection,
                     .record = *RecordId::parse(id)});
}

void Story::visit(std::size_t device, std::size_t nth) {
    std::size_t overall = nth;
    for (std::size_t earlier = 0; earlier < device; ++earlier) overall += kVisitsOf[earlier];
    const Talk& talk = kTalks[overall % kTalks.size()];
    json command = {{"do", "visit"},
                    {"household", cast_[device].households.at(nth)},
                    {"outcome", talk.outcome},
                    {"remark", talk.remark}};
    if (device == kHall) command["way"] = "phone";
    if (std::string(talk.outcome) == "met") command["confirmed"] = "all";
    for (std::size_t n = needsBefore(overall); n < needsBefore(overall + 1) && n < kNeeds.size(); ++n) {
        command["needs"].push_back({{"text", kNeeds[n]}, {"kind", "other"}});
    }
    for (std::size_t n = hazardsBefore(overall); n < hazardsBefore(overall + 1) && n < kHazards.size(); ++n) {
        command["hazards"].push_back({{"kind", kHazards[n]}, {"risk", "general"}, {"place", "楼道"}});
    }
    const json answer = cast_[device].phone->ask(command);
    note(device, answer, Act::Kind::visit, qiaomen::visit.number(), answer["visit"]);
    for (const json& id : answer["needs"]) note(device, answer, Act::Kind::need, need.number(), id);
    for (const json& id : answer["hazards"]) note(device, answer, Act::Kind::hazard, hazard.number(), id);
    perhapsKill(cast_[device]);
}

void Story::edit(std::size_t device, const std::string& id, const std::string& field, const std::string& value) {
    const json answer = cast_[device].phone->ask({{"do", "edit"}, {"household", id}, {"fields", {{field, value}}}});
    acts_.push_back({.kind = Act::Kind::edit,
                     .device = device,
                     .number = answer["first"].get<std::uint64_t>(),
                     .collection = household.number(),
                     .record = *RecordId::parse(id),
                     .field = household.find(field)->no(),
                     .value = Value(value)});
    perhapsKill(cast_[device]);
}

void Story::recordOffline() {
    for (std::size_t device = 0; device < cast_.size(); ++device) {
        for (std::size_t nth = 0; nth < kVisitsOf[device]; ++nth) visit(device, nth);
    }
    std::array<int, 5> made{};
    for (const Act& act : acts_) ++made[static_cast<std::size_t>(act.kind)];
    step("Without a network, the workers and the hall record " + std::to_string(made[0]) + " visits, " +
         std::to_string(made[2]) + " hazards and " + std::to_string(made[1]) +
         " needs; each answer came after the disk had it");
}

void Story::killPhone() {
    Member& li = cast_[kLi];
    li.phone->ask({{"do", "visit"},
                   {"household", li.households.front()},
                   {"outcome", "met"},
                   {"remark", "刚写到一半"},
                   {"then", "draft"}});
    const json before = li.phone->ask({{"do", "safety"}});
    li.phone->kill();
    startAgain(li);
    const json after = li.phone->ask({{"do", "safety"}});
    if (before["only_here"] != after["only_here"])
        throw std::runtime_error("a killed phone came back with fewer changes");
    step("A phone is killed with -9 in the middle of a form and started again: its " +
         std::to_string(after["only_here"].get<int>()) + " unsent changes are all there");
}

void Story::editSameHousehold() {
    const std::string shared = cast_[kZhang].households.back();
    edit(kZhang, shared, "note", "老人耳朵不好，敲门请重一些。");
    edit(kLi, shared, "note", "儿子周末在家，平日请先打电话。");
    edit(kHall, cast_[kHall].households.front(), "quiet_hours", "12:00-14:30");
    step("Both workers edit the note of the same household, neither knowing of the other");
}

void Story::syncThroughKilledCentre() {
    centre_.start();
    for (Member& member : cast_) member.phone->send({{"do", "sync"}});
    std::this_thread::sleep_for(3ms);  // long enough to be in the middle of it, on most machines
    centre_.kill();
    step("The network appears, all three sync at once, and the centre is killed with -9 in the middle");
    centre_.start();
    for (Member& member : cast_)
        member.phone->answer();  // done or interrupted: both are fine, and both are tried again
    step("The centre is started again on the same data");
    if (options_.killSeed != 0) killPhonesWhileSyncing();
}

void Story::killPhonesWhileSyncing() {
    for (Member& member : cast_) {
        member.phone->send({{"do", "sync"}});
        std::this_thread::sleep_for(std::chrono::microseconds(chance_() % 20'000));
        member.phone->kill();
        startAgain(member);
        ++kills_;
    }
    step("Phones were killed with -9 at " + std::to_string(kills_) + " more points, in the middle of syncs too");
}

void Story::syncUntilEverybodyHasAll() {
    // The second round brings what others sent after one's own first.
    for (int round = 0; round < 2; ++round) {
        for (Member& member : cast_) {
            int tries = 0;
            while (!member.phone->ask({{"do", "sync"}}, true).value("ok", false)) {
                if (++tries == kSyncTries)
                    throw std::runtime_error(member.name + " does not get through to the centre");
                std::this_thread::sleep_for(200ms);
            }
        }
    }
    std::string safe;
    for (Member& member : cast_) {
        const json safety = member.phone->ask({{"do", "safety"}});
        if (safety["only_here"] != 0) throw std::runtime_error(member.name + " still has unsent changes");
        safe += (safe.empty() ? "" : ", ") + std::to_string(safety["safe"].get<int>());
    }
    step("Everybody is up to date; changes covered by the centre's receipts: " + safe);
}

void Story::showConflicts() {
    for (Member& member : cast_) {
        const json conflicts = member.phone->ask({{"do", "look"}, {"at", "conflicts"}})["rows"];
        if (conflicts.size() != 1)
            throw std::runtime_error(member.name + " shows " + std::to_string(conflicts.size()) + " conflicts");
    }
    const json card = cast_[kZhang].phone->ask({{"do", "look"}, {"at", "conflicts"}})["rows"][0];
    step("Each device shows the one conflict: " + card.value("subject", "") + ", mine \"" + card.value("mine", "") +
         "\", theirs \"" + card.value("theirs", "") + "\"");
}

void Story::endEverything() {
    for (Member& member : cast_) member.phone->quit();
    centre_.stop();
    step("All apps and the centre are closed; what follows is counted from their files alone");
}

}  // namespace qiaomen::demo
