// SPDX-License-Identifier: Apache-2.0
#include "tests/diary/diary.h"

#include <QImage>
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace qiaomen::diary {

namespace {

/// Monday 30 November 2026, 17:00 in China.
constexpr std::int64_t kMondayEvening = 1796029200000;

}  // namespace

Diary::Diary(const Programs& programs, std::filesystem::path folder)
    : programs_(programs),
      folder_(std::move(folder)),
      moods_(folder_ / "moods", kMondayEvening, programs.diskLibrary),
      centre_(programs.server, folder_ / "centre", {}, moods_.join("centre")),
      zhang_("zhang", "张敏", phone("zhang", moods_.join("zhang")), moods_),
      li_("li", "李强", phone("li", moods_.join("li")), moods_) {}

processes::Phone Diary::phone(const std::string& name, const std::vector<std::string>& environment) const {
    return processes::Phone({programs_.app, folder_ / name, {"--headless", "--lang", "en"}, environment});
}

void Diary::chapter(const std::string& words) {
    std::printf("%s %s\n", moods_.date().c_str(), words.c_str());
    std::fflush(stdout);
}

void Diary::check(bool holds, const std::string& words) {
    if (!holds) complaints_.push_back(words);
}

std::vector<std::string> Diary::complaints() {
    std::vector<std::string> all = complaints_;
    for (const Grid* grid : {&main_, &taken_, &given_}) {
        for (const std::string& one : grid->notebook.complaints()) all.push_back("grid " + grid->code + ": " + one);
    }
    return all;
}

std::string Diary::picture(const std::string& name) const {
    const std::filesystem::path file = folder_ / (name + ".png");
    QImage image(1600, 1200, QImage::Format_RGB32);
    image.fill(QColor::fromHsv(static_cast<int>(std::hash<std::string>()(name) % 360), 200, 200));
    if (!image.save(QString::fromStdString(file.string()), "PNG")) throw std::runtime_error("cannot write " + name);
    return file.string();
}

void Diary::enrol(const std::string& name, const std::string& worker, const std::vector<const Grid*>& grids) {
    std::string codes;
    for (const Grid* grid : grids) codes += (codes.empty() ? "" : ",") + grid->code;
    centre_.command({"add-device", name, "--worker", worker, "--grids", codes, "--server", centre_.url(), "--out",
                     (folder_ / (name + ".json")).string()});
}

void Diary::mondayEvening() {
    const auto files = folder_ / "community";
    processes::run({.command = {programs_.server.string(), "make-community", files.string(), "--seed", "1"},
                    .errors = folder_ / "make-community.log",
                    .environment = {}});
    centre_.command({"import", files.string()});
    std::istringstream grids(centre_.command({"grids"}));
    for (Grid grid; grids >> grid.id >> grid.code;) {
        // The last ones are the town's: buildings with floors.
        given_ = std::exchange(taken_, std::exchange(main_, grid));
        std::string name;
        std::getline(grids, name);
    }
    centre_.start();  // finds a free port, which the enrolment files name
    centre_.stop();
    enrol("zhang", zhang_.worker(), {&main_, &taken_});
    enrol("li", li_.worker(), {&main_, &taken_});
    centre_.start();
    for (const auto& [person, name] : {std::pair(&zhang_, "zhang"), std::pair(&li_, "li")}) {
        person->phone().start({"--enrol", (folder_ / (std::string(name) + ".json")).string()});
        person->ask({{"do", "sync"}});
    }
    chapter("Monday evening: two workers of two grids have everything on their phones.");

    // What there was before is read from files, not asked of the app.
    zhang_.phone().quit();
    for (Grid* grid : {&main_, &taken_})
        grid->notebook = Notebook(readDevice(folder_ / "zhang" / "data", *GridId::parse(grid->id)));
    given_.notebook = Notebook(readCentre(centre_.data(), *GridId::parse(given_.id)));
    // This machine cannot tell Wi-Fi from mobile data: her photos go out over either.
    std::ofstream(folder_ / "zhang" / "data" / "settings.json") << R"({"originals_over_mobile": true})";
    zhang_.phone().start({"--offline"});
    zhang_.enter(main_.id, main_.notebook);
    li_.enter(main_.id, main_.notebook);
    chooseHomes(main_, zhang_, homes_);
    zhang_.enter(taken_.id, taken_.notebook);
    chooseHomes(taken_, zhang_, takenHomes_);
    zhang_.enter(main_.id, main_.notebook);
}

void Diary::chooseHomes(const Grid& grid, Person& walker, std::vector<Home>& homes) {
    const json doors = walker.ask({{"do", "doors"}})["doors"];
    const State& before = grid.notebook.state();
    for (const json& door : doors) {
        const std::string id = door.value("household", "");
        if (id.empty()) continue;
        Home home{id, door["dwelling"], door["head"], {}};
        for (const auto& [resident, fields] : before.at("resident")) {
            if (fields.at("household") != id) continue;
            const bool isHead = fields.value("relation", "") == "0";
            home.members.insert(isHead ? home.members.begin() : home.members.end(), resident);
        }
        homes.push_back(std::move(home));
    }
}

Home Diary::next(std::size_t members) {
    while (homes_.at(next_).members.size() < members) ++next_;
    return homes_.at(next_++);
}

Home Diary::nextInCare() {
    while (person(homes_.at(next_).members.front()).value("care_tags", "") != "elder_alone") ++next_;
    return homes_.at(next_++);
}

void Diary::syncAll() {
    // The second round brings what others sent after one's own first.
    for (int round = 0; round < 2; ++round) {
        for (Person* person : {&zhang_, &li_}) person->ask({{"do", "sync"}});
    }
}

}  // namespace qiaomen::diary
