// SPDX-License-Identifier: Apache-2.0
#include "bench/basics.h"

#include <unistd.h>

#include <stdexcept>

#include "bench/figures.h"
#include "bench/grid_of_visits.h"
#include "bench/must.h"
#include "bench/process_figures.h"
#include "bench/usual_visit.h"
#include "shared/client/grid_reader.h"
#include "shared/client/take_out.h"
#include "shared/domain/collections.h"

namespace qiaomen::bench {

namespace {

using namespace std::chrono_literals;

constexpr int kSaves = 500;
constexpr int kStarts = 5;
constexpr int kExports = 5;

void measureSaves(LocalStore& store, const std::vector<Door>& doors) {
    const auto random = systemRandom();
    std::vector<double> times;
    for (int nth = 0; nth < kSaves; ++nth) {
        const Door& door = doors[static_cast<std::size_t>(nth) % doors.size()];
        const Edit edit = usualVisit(RecordId::make(store.nowMs(), random), door.household, store.nowMs(), nth);
        times.push_back(milliseconds([&] { must(store.save(edit)); }));
    }
    printTimes("save", times);
}

/// As people type: a surname, two characters of a name, pinyin initials of both lengths, a room, a phone's tail.
std::vector<std::string> queries(const std::vector<Door>& doors) {
    std::vector<std::string> texts = {"张", "王", "李", "zw", "lm", "wjg", "ch", "3", "12", "0001", "独居", "小区"};
    for (std::size_t i = 0; i < doors.size(); i += 3) texts.push_back(doors[i].headName);
    for (std::size_t i = 0; i < doors.size(); i += 5) texts.push_back(doors[i].headName.substr(0, 3));
    for (std::size_t i = 0; i < doors.size(); i += 7) texts.push_back(doors[i].room);
    return texts;
}

void measureSearch(GridReader& reader, const std::vector<Door>& doors) {
    std::vector<double> times;
    for (const std::string& text : queries(doors)) {
        times.push_back(milliseconds([&] { must(reader.search(text)); }));
    }
    printTimes("search", times);
}

void measureHouseholds(GridReader& reader, const std::vector<Door>& doors) {
    std::vector<double> times;
    for (const Door& door : doors) times.push_back(milliseconds([&] { must(reader.household(door.household)); }));
    printTimes("open_household", times);
}

void measureDoors(GridReader& reader) {
    std::vector<double> times;
    for (int i = 0; i < 20; ++i) times.push_back(milliseconds([&] { must(reader.allDoors()); }));
    printTimes("all_doors", times);
}

/// The list of today from its records: reading what the rules need, and the rules alone.
void measureToday(GridReader& reader, std::int64_t nowMs) {
    const WallClock now{nowMs};
    std::vector<double> times, rules;
    for (int i = 0; i < 20; ++i) {
        WorkFacts facts;
        times.push_back(milliseconds([&] {
            facts = must(reader.workFacts(must(reader.allDoors()), now));
            worklist(facts, now);
        }));
        rules.push_back(milliseconds([&] { worklist(facts, now); }));
    }
    printTimes("today", times);
    printTimes("today_rules", rules);
}

/// Everything of the grid as a workbook; the memory is what it takes beside what was in use before.
void measureTakeOut(LocalStore& store, const std::filesystem::path& folder) {
    const auto random = systemRandom();
    std::vector<double> times, memory;
    TakenOut taken;
    for (int run = 0; run < kExports; ++run) {
        const std::int64_t now = store.nowMs();
        const TakeOutOrder order{.file = folder / ("export" + std::to_string(run) + ".xlsx"),
                                 .worker = "张敏",
                                 .app = "qiaomen-bench",
                                 .fact = RecordId::make(now, random),
                                 .fromDay = {},
                                 .untilDay = {},
                                 .now = {now}};
        TakeOutWatch watch;
        resetPeak();
        const double before = residentMb(getpid());
        times.push_back(milliseconds([&] { taken = must(takeOut(store, order, watch)); }));
        memory.push_back(peakMb() - before);
    }
    print("export_s", percentile(times, 0.5) / 1000, "s");
    print("export_memory_mb", percentile(memory, 0.5), "MB");
    print("export_rows", static_cast<double>(taken.rows), "rows");
    print("export_file_mb", static_cast<double>(std::filesystem::file_size(taken.file)) / (1 << 20), "MB");
}

/// The app says "usable" on its standard output when its first page has been drawn with the grid's data on it.
void measureStart(const std::filesystem::path& app, const GridOfVisits& grid) {
    std::vector<double> starts, memory;
    for (int i = 0; i < kStarts; ++i) {
        std::unique_ptr<processes::Process> process;
        starts.push_back(milliseconds([&] {
            process = std::make_unique<processes::Process>(processes::Process::Options{
                {app.string(), "--data", grid.phoneFolder().string(), "--offline", "--size", "412x780", "--say-usable"},
                grid.phoneFolder().string() + ".log",
                {}});
            if (process->readLine(30s) != "usable") throw std::runtime_error("the app did not become usable");
        }));
        memory.push_back(residentMb(process->pid()));
    }
    print("cold_start_s", percentile(starts, 0.5) / 1000, "s");
    print("app_rss_mb", percentile(memory, 0.5), "MB");
}

}  // namespace

int basics() {
    const auto folder = std::filesystem::temp_directory_path() / ("qiaomen-bench-" + std::to_string(getpid()));
    std::filesystem::create_directories(folder);
    {
        const GridOfVisits grid(QIAOMEN_SERVER, folder);
        measureStart(QIAOMEN_APP, grid);
        DeviceFolder phone = grid.openPhone();
        LocalStore& store = *must(phone.stores()).front();
        const auto reader = must(GridReader::open(store));
        std::vector<Door> doors = must(reader->allDoors());
        std::erase_if(doors, [](const Door& door) { return door.household.isNone(); });
        measureSaves(store, doors);
        measureSearch(*reader, doors);
        measureHouseholds(*reader, doors);
        measureDoors(*reader);
        measureToday(*reader, store.nowMs());
        measureTakeOut(store, folder);
    }
    std::filesystem::remove_all(folder);
    return 0;
}

}  // namespace qiaomen::bench
