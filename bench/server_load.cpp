// SPDX-License-Identifier: Apache-2.0
#include "bench/server_load.h"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <deque>
#include <filesystem>
#include <memory>
#include <thread>

#include "bench/figures.h"
#include "bench/must.h"
#include "bench/process_figures.h"
#include "bench/wire_meter.h"
#include "bench/workload_centre.h"
#include "bench/workload_collections.h"
#include "shared/client/device_folder.h"
#include "shared/client/sync_client.h"
#include "shared/core/batch.h"
#include "shared/core/wire.h"

namespace qiaomen::bench {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr int kClients = 64;
constexpr std::size_t kGridsOfAPhone = 3;
constexpr int kGridsInTurn = 425;
constexpr int kRecordsAGrid = 1'200;
constexpr int kChangesASync = 10;
constexpr auto kMeasured = 5s;

/// The least that a device is: numbers, a cursor, a clock. Its store would cost more than the centre.
class BareDevice {
public:
    BareDevice(const WorkloadCentre& centre, std::size_t number)
        : transport_({.server = centre.url(), .token = centre.tokens().at(number), .caFile = {}}),
          random_(systemRandom()),
          keys_(makeKeyPair(random_)),
          clock_(DeviceId::make(systemClock()(), random_), systemClock()) {}

    SyncRequest request(const GridId& grid) const {
        SyncRequest request{.device = clock_.device(), .app = "qiaomen-bench", .grids = {}};
        const auto known = cursors_.find(grid);
        request.grids.push_back(
            {.grid = grid, .cursor = known == cursors_.end() ? Cursor{} : known->second.cursor, .changes = {}});
        return request;
    }

    void sync(const GridId& grid) { send(request(grid)); }

    void push(const GridId& grid, int records) {
        SyncRequest pushing = request(grid);
        Place& place = cursors_[grid];
        for (int i = 0; i < records; ++i) pushing.grids[0].changes.push_back(newVisit(++place.number));
        sign(pushing.grids[0], pushing.device, place.chain, keys_);
        place.chain = pushing.grids[0].signature->after;
        send(pushing);
    }

private:
    struct Place {
        Cursor cursor;
        std::uint64_t number = 0;
        Hash256 chain{};
    };

    Change newVisit(std::uint64_t number) {
        Change change{.collection = workVisit.number(),
                      .record = RecordId::make(clock_.wallMs(), random_),
                      .stamp = clock_.now(),
                      .number = number};
        change.writes = {
            {workVisit.household, Value(RecordId::make(clock_.wallMs(), random_)), {}},
            {workVisit.visitedAt, Value("2026-11-22T08:00:00Z"), {}},
            {workVisit.visitKind, Value("日常走访"), {}},
            {workVisit.outcome, Value("正常"), {}},
            {workVisit.content, Value("家中一切正常，提醒了用电安全，第" + std::to_string(number) + "次走访。"), {}},
            {workVisit.visitor, Value("网格员张敏"), {}}};
        return change;
    }

    void send(const SyncRequest& request) {
        const SyncReply reply = must(decodeSyncReply(must(transport_.sync(encode(request)))));
        for (const GridReply& grid : reply.grids) {
            if (grid.problem) throw std::runtime_error("a sync failed: " + grid.problem->message);
            if (grid.receipt.lastNumber != cursors_[grid.grid].number || !grid.refusals.empty())
                throw std::runtime_error("a change was not taken");
            cursors_[grid.grid].cursor = grid.cursor;
        }
    }

    HttpTransport transport_;
    RandomSource random_;
    KeyPair keys_;
    HybridClock clock_;
    std::map<GridId, Place> cursors_;
};

struct Load {
    double perSecond = 0;
    double cores = 0;  ///< that the centre kept busy
    std::vector<double> times;
};

/// All devices at once, each on a thread of its own and again and again, for so long.
Load loadWith(std::deque<BareDevice>& devices, const WorkloadCentre& centre,
              const std::function<void(BareDevice&, std::size_t)>& sync) {
    std::vector<std::vector<double>> times(devices.size());
    std::atomic<bool> failed = false;
    const double cpuBefore = cpuSeconds(centre.pid());
    const auto begin = Clock::now();
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < devices.size(); ++i) {
            threads.emplace_back([&, i] {
                try {
                    while (Clock::now() < begin + kMeasured)
                        times[i].push_back(milliseconds([&] { sync(devices[i], i); }));
                } catch (const std::exception& wrong) {
                    failed = true;
                    std::fprintf(stderr, "bench: %s\n", wrong.what());
                }
            });
        }
    }
    const double seconds = std::chrono::duration<double>(Clock::now() - begin).count();
    if (failed) throw std::runtime_error("a client failed");
    Load load{.cores = (cpuSeconds(centre.pid()) - cpuBefore) / seconds};
    for (const auto& each : times) load.times.insert(load.times.end(), each.begin(), each.end());
    load.perSecond = static_cast<double>(load.times.size()) / seconds;
    return load;
}

/// How often the disk makes a written page durable, from so many threads with a file each.
double fsyncsASecond(const std::filesystem::path& folder, int threads) {
    std::atomic<int> done = 0;
    const auto begin = Clock::now();
    {
        std::vector<std::jthread> writers;
        writers.reserve(static_cast<std::size_t>(threads));
        for (int i = 0; i < threads; ++i) {
            writers.emplace_back([&, i] {
                const std::string page(4096, 'q');
                const int file = ::open((folder / ("fsync-" + std::to_string(i))).c_str(),
                                        O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
                while (file >= 0 && Clock::now() < begin + 2s) {
                    if (::write(file, page.data(), page.size()) < 0 || ::fdatasync(file) != 0) break;
                    ++done;
                }
                ::close(file);
            });
        }
    }
    return done / std::chrono::duration<double>(Clock::now() - begin).count();
}

void printLoad(const std::string& name, const Load& load) {
    print(name + "s_per_s", load.perSecond, "1/s");
    printTimes(name, load.times);
    print(name + "_centre_cores", load.cores, "cores");
}

/// What a real phone with three grids has on the wire, both ways: at its first round, when there is nothing new, and with ten visits.
void measureBytes(const WorkloadCentre& centre, const std::filesystem::path& folder) {
    MeteredTransport meter(centre.port(), {.server = centre.url(), .token = centre.tokens().back(), .caFile = {}});
    const DeviceId phone = DeviceId::make(systemClock()(), systemRandom());
    const KeyPair keys = makeKeyPair(systemRandom());
    std::vector<std::unique_ptr<LocalStore>> stores;
    std::vector<LocalStore*> grids;
    stores.reserve(kGridsOfAPhone);
    grids.reserve(kGridsOfAPhone);
    for (std::size_t i = 0; i < kGridsOfAPhone; ++i) {
        LocalStore::Options store{.file = folder / ("phone-" + std::to_string(i) + ".db"), .grid = centre.grids().at(i)};
        store.device = phone;
        store.collections = workloadCollections();
        store.clock = systemClock();
        store.centreKey = centre.key();
        store.deviceKey = keys;
        grids.push_back(stores.emplace_back(must(LocalStore::open(std::move(store)))).get());
    }
    SyncClient client(meter, grids, "qiaomen-bench");
    const auto roundBytes = [&] {
        must(client.round());
        return static_cast<double>(meter.take().wireBytes);
    };
    print("first_three_grids_bytes", roundBytes(), "B");
    roundBytes();  // whatever is left to say
    print("idle_bytes", roundBytes(), "B");
    for (int i = 0; i < kChangesASync; ++i) {
        const RecordId record = RecordId::make(systemClock()(), systemRandom());
        must(grids.front()->save(
            {workVisit.number(),
             record,
             {{workVisit.household, record},
              {workVisit.visitedAt, "2026-11-22T08:00:00Z"},
              {workVisit.outcome, "正常"},
              {workVisit.content, "家中一切正常，提醒了用电安全，第" + std::to_string(i) + "次走访。"},
              {workVisit.visitor, "网格员张敏"}}}));
    }
    print("incremental_bytes", roundBytes(), "B");
}

void measureSyncs(const std::filesystem::path& folder) {
    const WorkloadCentre centre({.folder = folder,
                                 .cipher = true,
                                 .grids = kClients,
                                 .devices = kClients + 1,
                                 .lastOpens = static_cast<int>(kGridsOfAPhone)});
    std::deque<BareDevice> devices;
    for (std::size_t i = 0; i < kClients; ++i) devices.emplace_back(centre, i);
    const auto gridOf = [&](std::size_t device) { return centre.grids().at(device); };

    print("fsyncs_per_s", fsyncsASecond(folder, 1), "1/s");
    print("fsyncs_64_files_per_s", fsyncsASecond(folder, kClients), "1/s");
    printLoad("sync", loadWith(devices, centre,
                               [&](BareDevice& device, std::size_t i) { device.push(gridOf(i), kChangesASync); }));
    print("fsyncs_64_files_again_per_s", fsyncsASecond(folder, kClients), "1/s");
    printLoad("idle_sync",
              loadWith(devices, centre, [&](BareDevice& device, std::size_t i) { device.sync(gridOf(i)); }));

    measureBytes(centre, folder);
}

void measureMemory(const std::filesystem::path& folder) {
    const WorkloadCentre centre({.folder = folder, .cipher = true, .grids = kGridsInTurn, .devices = 1});
    BareDevice device(centre, 0);
    print("rss_started_mb", residentMb(centre.pid()), "MB");
    for (const GridId& grid : centre.grids()) device.push(grid, kRecordsAGrid);
    std::vector<double> times;
    for (const GridId& grid : centre.grids()) {
        device.push(grid, kChangesASync);
        device.sync(grid);
    }
    for (const GridId& grid : centre.grids()) times.push_back(milliseconds([&] { device.sync(grid); }));
    printTimes("idle_sync_in_turn", times);
    print("rss_425_grids_mb", residentMb(centre.pid()), "MB");
}

}  // namespace

int serverLoad() {
    const auto folder = std::filesystem::temp_directory_path() / ("qiaomen-bench-" + std::to_string(getpid()));
    std::filesystem::create_directories(folder);
    measureSyncs(folder / "syncs");
    measureMemory(folder / "memory");
    std::filesystem::remove_all(folder);
    return 0;
}

}  // namespace qiaomen::bench
