// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <cstdio>
#include <iostream>
#include <nlohmann/json.hpp>
#include <thread>

#include "bench/must.h"
#include "bench/workload_collections.h"
#include "shared/core/memory.h"
#include "syncserver/centre_folder.h"
#include "syncserver/server.h"
#include "syncserver/sqlite_device_table.h"
#include "syncserver/sqlite_grid_store.h"

namespace {

using namespace qiaomen;

std::string hex(const PublicKey& key) {
    constexpr char kDigits[] = "0123456789abcdef";
    std::string text;
    for (const std::uint8_t byte : key) (text += kDigits[byte >> 4]) += kDigits[byte & 0x0f];
    return text;
}

struct Options {
    std::filesystem::path folder;
    bool cipher = false;
    int grids = 1;
    int devices = 2;
    int lastOpens = 0;
};

int run(const Options& options) {
    const auto clock = machineClock();
    const auto random = machineRandom();
    std::optional<DatabaseKey> key;
    if (options.cipher) random(key.emplace());
    const KeyPair pair = makeKeyPair(random);
    const auto centreId = DeviceId::make(clock(), random);

    Metrics metrics;
    EventLog log;
    Access access({std::make_unique<SqliteDeviceTable>(options.folder / "access.db", key), clock, random});
    SqliteGridStore grids(
        {.folder = options.folder / "grids", .key = key, .collections = bench::workloadCollections(), .random = random});
    const WorkerNames names = [&](const DeviceId& device) { return access.workerOf(device); };
    Hub hub(grids, {.centre = {centreId, clock, bench::workloadCollections(), names},
                    .signingKey = pair.secretKey,
                    .bindKey = [&](const DeviceId& id, const PublicKey& theirs) { return access.bindKey(id, theirs); },
                    .observer = [&](const SyncEvent& event) { metrics.observe(event); }});
    HttpServer server(hub, access, grids, metrics, log);

    nlohmann::json hello{{"port", bench::must(server.bind({}))}, {"centre_key", hex(pair.publicKey)}};
    std::vector<GridId> opened;
    for (int i = 0; i < options.grids; ++i) {
        const auto grid = GridId::named({}, "workload grid " + std::to_string(i));
        bench::must(grids.createGrid(grid));
        hello["grids"].push_back(grid.text());
        opened.push_back(grid);
    }
    for (int i = 0; i < options.devices; ++i) {
        const std::string number = std::to_string(i);
        Grant device{.device = "device " + number, .worker = "worker " + number, .allGrids = true};
        if (options.lastOpens > 0 && i == options.devices - 1) {
            device.allGrids = false;
            device.grids.insert(opened.begin(), opened.begin() + options.lastOpens);
        }
        hello["tokens"].push_back(bench::must(access.add(std::move(device))));
    }
    std::thread ending([&] {
        while (std::cin.get() != std::char_traits<char>::eof()) {}
        server.stop();
    });
    std::cout << hello.dump() << std::endl;
    server.serve();
    ending.join();
    return 0;
}

}  // namespace

/// qiaomen-workload-server: the centre as `qiaomen-server serve` puts it together, but knowing the collections of workload W,
/// encrypted only when asked to, and with grids and devices made at once. Says on its first line where it listens, and who may
/// come; ends when its standard input does, so that it never outlives the benchmark.
int main(int argc, char** argv) {
    takeMemoryInLargePieces();
    CLI::App app("A centre for benchmarks.");
    Options options;
    app.add_option("FOLDER", options.folder)->required();
    app.add_flag("--cipher", options.cipher, "encrypt the databases, as the real one always does");
    app.add_option("--grids", options.grids)->capture_default_str();
    app.add_option("--devices", options.devices, "each may open every grid")->capture_default_str();
    app.add_option("--last-opens", options.lastOpens, "the last device may open the first so many grids only; 0: all")
        ->capture_default_str();
    CLI11_PARSE(app, argc, argv);
    try {
        std::filesystem::create_directories(options.folder);
        return run(options);
    } catch (const std::exception& wrong) {
        std::fprintf(stderr, "qiaomen-workload-server: %s\n", wrong.what());
        return 1;
    }
}
