// SPDX-License-Identifier: Apache-2.0
#include "bench/live.h"

#include <arpa/inet.h>
#include <httplib.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <filesystem>
#include <future>
#include <memory>
#include <optional>
#include <thread>

#include "bench/figures.h"
#include "bench/must.h"
#include "bench/process_figures.h"
#include "bench/workload_centre.h"
#include "bench/workload_collections.h"
#include "shared/client/device_folder.h"
#include "shared/client/http_transport.h"
#include "shared/client/sync_loop.h"
#include "shared/core/wire.h"

namespace qiaomen::bench {

namespace {

constexpr int kSaves = 300;
constexpr std::size_t kWaiting = 500;

/// A phone as the app has it, without its screen.
class LivePhone {
public:
    LivePhone(const WorkloadCentre& centre, const std::filesystem::path& folder, std::size_t number)
        : way_({.server = centre.url(), .token = centre.tokens().at(number), .caFile = {}}) {
        LocalStore::Options options{.file = folder / ("live-" + std::to_string(number) + ".db"),
                                    .grid = centre.grids().front()};
        options.device = DeviceId::make(systemClock()(), systemRandom());
        options.collections = workloadCollections();
        options.clock = systemClock();
        options.centreKey = centre.key();
        options.deviceKey = makeKeyPair(systemRandom());
        systemRandom()(options.key.emplace());
        store_ = must(LocalStore::open(std::move(options)));
        client_.emplace(way_, std::vector{store_.get()}, "qiaomen-bench");
        loop_.emplace(*client_, way_, systemClock(), [](const SyncState&) {});
        loop_->start();
    }
    ~LivePhone() { loop_.reset(); }
    LivePhone(const LivePhone&) = delete;
    LivePhone& operator=(const LivePhone&) = delete;

    LocalStore& store() { return *store_; }
    void saves(const RecordId& record) {
        must(store_->save({workVisit.number(),
                           record,
                           {{workVisit.household, record},
                            {workVisit.visitedAt, "2026-11-22T08:00:00Z"},
                            {workVisit.outcome, "正常"},
                            {workVisit.content, "家中一切正常，提醒了用电安全。"},
                            {workVisit.visitor, "网格员张敏"}}}));
        loop_->wake();
    }

private:
    HttpTransport way_;
    std::unique_ptr<LocalStore> store_;
    std::optional<SyncClient> client_;
    std::optional<SyncLoop> loop_;
};

/// A device that waits, at the least cost on this side: a socket.
class WaitingDevice {
public:
    WaitingDevice(const WorkloadCentre& centre, const std::string& token, const WaitRequest& request)
        : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(centre.port()));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const std::string body = encode(request);
        const std::string
            head = "POST /v1/wait HTTP/1.1\r\nHost: centre\r\nContent-Type: q/m\r\nAuthorization: Bearer " + token +
                   "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n";
        if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0 ||
            ::send(socket_, (head + body).data(), head.size() + body.size(), MSG_NOSIGNAL) < 0)
            throw std::runtime_error("a device cannot wait");
    }
    ~WaitingDevice() { ::close(socket_); }
    WaitingDevice(const WaitingDevice&) = delete;
    WaitingDevice& operator=(const WaitingDevice&) = delete;

private:
    int socket_;
};

double waitingAt(const WorkloadCentre& centre) {
    const auto metrics = httplib::Client(centre.url()).Get("/metrics");
    constexpr std::string_view kName = "\nqiaomen_waiting_requests ";
    const std::size_t at = metrics ? metrics->body.find(kName) : std::string::npos;
    if (at == std::string::npos) throw std::runtime_error("the centre does not say how many wait");
    return std::stod(metrics->body.substr(at + kName.size()));
}

void untilWaiting(const WorkloadCentre& centre, double devices) {
    while (waitingAt(centre) < devices) std::this_thread::sleep_for(std::chrono::milliseconds(5));
}

double threadsOf(pid_t pid) {
    const std::filesystem::directory_iterator tasks("/proc/" + std::to_string(pid) + "/task");
    return static_cast<double>(std::distance(begin(tasks), end(tasks)));
}

std::vector<double> latencies(LivePhone& from, LivePhone& to) {
    std::vector<double> times;
    for (int i = 0; i < kSaves; ++i) {
        const RecordId record = RecordId::make(systemClock()(), systemRandom());
        std::promise<void> seen;
        const auto watching = to.store().observe([&](const StoreChange& change) {
            const auto visits = change.records.find(workVisit.number());
            if (visits != change.records.end() && visits->second.contains(record)) seen.set_value();
        });
        times.push_back(milliseconds([&] {
            from.saves(record);
            seen.get_future().wait();
        }));
    }
    return times;
}

}  // namespace

int live() {
    const auto folder = std::filesystem::temp_directory_path() / ("qiaomen-bench-live-" + std::to_string(getpid()));
    std::filesystem::create_directories(folder);
    {
        const WorkloadCentre centre({.folder = folder / "centre", .cipher = true, .grids = 2, .devices = 3});
        LivePhone a(centre, folder, 0), b(centre, folder, 1);
        untilWaiting(centre, 2);
        printTimes("live", latencies(a, b));
        const double memory = residentMb(centre.pid()), threads = threadsOf(centre.pid());
        // Of a grid whose end the centre tells them first: they wait for its next change, which never comes.
        HttpTransport asking({.server = centre.url(), .token = centre.tokens().at(2), .caFile = {}});
        const SyncRequest request{.device = DeviceId::make(systemClock()(), systemRandom()),
                                  .app = "qiaomen-bench",
                                  .grids = {{.grid = centre.grids().at(1), .cursor = {}, .changes = {}}}};
        const auto reply = must(decodeSyncReply(must(asking.sync(encode(request)))));
        const WaitRequest known{{{centre.grids().at(1), reply.grids.front().cursor}}};
        std::vector<std::unique_ptr<WaitingDevice>> devices;
        for (std::size_t i = 0; i < kWaiting; ++i)
            devices.push_back(std::make_unique<WaitingDevice>(centre, centre.tokens().at(2), known));
        untilWaiting(centre, kWaiting);
        print("waiting_500_rss_mb", residentMb(centre.pid()) - memory, "MB");
        print("waiting_500_threads", threadsOf(centre.pid()) - threads, "threads");
        printTimes("live_waiting", latencies(a, b));
    }
    std::filesystem::remove_all(folder);
    return 0;
}

}  // namespace qiaomen::bench
