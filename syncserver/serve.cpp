// SPDX-License-Identifier: Apache-2.0
#include <pthread.h>
#include <sys/resource.h>

#include <algorithm>
#include <charconv>
#include <condition_variable>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <functional>
#include <mutex>
#include <thread>

#include "shared/domain/collections.h"
#include "syncserver/commands.h"
#include "syncserver/duplicate_scan.h"
#include "syncserver/server.h"

namespace qiaomen::commands {

namespace {

/// Waits for SIGTERM or SIGINT on a thread of its own, and stops the server. Made before any other thread, so that all of them
/// leave these signals to it.
class StopOnSignal {
public:
    StopOnSignal() {
        sigemptyset(&signals_);
        for (const int number : {SIGTERM, SIGINT, SIGUSR1}) sigaddset(&signals_, number);
        pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
    }
    ~StopOnSignal() {
        if (!waiting_.joinable()) return;
        pthread_kill(waiting_.native_handle(), SIGUSR1);  // nobody waits any more
        waiting_.join();
    }
    StopOnSignal(const StopOnSignal&) = delete;
    StopOnSignal& operator=(const StopOnSignal&) = delete;

    void watch(HttpServer& server, EventLog& log) {
        waiting_ = std::thread([this, &server, &log] {
            int number = 0;
            sigwait(&signals_, &number);
            if (number == SIGUSR1) return;
            log.info("stopping", {{"signal", std::int64_t{number}}});
            server.stop();
        });
    }

private:
    sigset_t signals_{};
    std::thread waiting_;
};

/// Work beside the requests, on a thread of its own until this goes: `work` says how long to rest before it is called again.
class Beside {
public:
    using Work = std::function<std::chrono::milliseconds()>;

    explicit Beside(Work work) : thread_([work = std::move(work)](const std::stop_token& stop) { run(stop, work); }) {}

private:
    static void run(const std::stop_token& stop, const Work& work) {
        std::mutex mutex;
        std::condition_variable_any never;
        std::unique_lock lock(mutex);
        while (!stop.stop_requested()) never.wait_for(lock, stop, work(), [] { return false; });
    }

    std::jthread thread_;
};

std::chrono::milliseconds lookForDuplicates(DuplicateScan& scan, EventLog& log) {
    const auto step = scan.step();
    if (!step) {
        log.warn("scan", {{"message", step.error().message}});
        return limits::kScanRest;
    }
    if (step->suggested > 0) log.info("duplicates", {{"suggested", static_cast<std::int64_t>(step->suggested)}});
    return step->isRoundOver ? limits::kScanRest : limits::kScanPause;
}

/// What another process of this folder gives and takes, nobody tells; with PostgreSQL it tells by itself.
std::chrono::milliseconds followScope(CentreFolder& centre) {
    // What is wrong with the storage is told by the requests.
    if (const auto regranted = centre.access().regrantedElsewhere()) {
        for (const GridId& grid : *regranted) centre.hub().moves().stir(grid);
    }
    return limits::kScopePause;
}

void observe(const SyncEvent& event, Metrics& metrics, EventLog& log) {
    metrics.observe(event);
    if (event.push.rescued == 0) return;
    log.info("late", {{"device", event.device.text()},
                      {"grid", event.grid.text()},
                      {"changes", static_cast<std::int64_t>(event.push.rescued)}});
}

/// As many may wait as leave descriptors for ordinary requests, databases and logs. Takes what the system allows this process.
std::size_t seatsToOffer() {
    constexpr rlim_t kOthers = 1'024;
    rlimit descriptors{};
    if (::getrlimit(RLIMIT_NOFILE, &descriptors) != 0) return limits::kWaiting / 16;
    descriptors.rlim_cur = descriptors.rlim_max;
    if (::setrlimit(RLIMIT_NOFILE, &descriptors) != 0) ::getrlimit(RLIMIT_NOFILE, &descriptors);
    const rlim_t most = descriptors.rlim_cur;
    return static_cast<std::size_t>(std::min<rlim_t>(limits::kWaiting, most > 2 * kOthers ? most - kOthers : most / 4));
}

Result<HttpServer::Options> optionsOf(const ServeOptions& options) {
    const std::size_t colon = options.listen.rfind(':');
    const std::string port = colon == std::string::npos ? "" : options.listen.substr(colon + 1);
    HttpServer::Options http{
        .host = options.listen.substr(0, colon), .certFile = options.certFile, .keyFile = options.keyFile};
    const auto [end, wrong] = std::from_chars(port.data(), port.data() + port.size(), http.port);
    if (wrong != std::errc() || end != port.data() + port.size() || http.host.empty() || http.port > 65535) {
        return Error{Fault::invalid, "--listen wants HOST:PORT, as 127.0.0.1:8080"};
    }
    return http;
}

}  // namespace

Outcome serve(const DataOptions& data, const ServeOptions& options) {
    const auto http = optionsOf(options);
    if (!http) return http.error();
    StopOnSignal stop;
    Metrics metrics;
    EventLog log;
    auto folder = centreOptions(data);
    if (!folder) return folder.error();
    folder->observer = [&](const SyncEvent& event) { observe(event, metrics, log); };
    folder->attachmentObserver = [&metrics](const AttachmentEvent& event) { metrics.observe(event); };
    auto centre = CentreFolder::open(*folder);
    if (!centre) return centre.error();
    HttpServer server((*centre)->hub(), (*centre)->access(), (*centre)->grids(), metrics, log,
                      {.seats = seatsToOffer()});
    server.offer((*centre)->attachments());
    server.offer((*centre)->carrier());
    const auto port = server.bind(*http);
    if (!port) return port.error();
    stop.watch(server, log);
    if (!options.portFile.empty()) std::ofstream(options.portFile) << *port << "\n";
    std::printf("listening on %s://%s:%d\n", http->certFile.empty() ? "http" : "https", http->host.c_str(), *port);
    std::fflush(stdout);
    log.info("started", {{"port", std::int64_t{*port}}});
    DuplicateScan scan((*centre)->grids(), (*centre)->hub());
    const Beside looking([&] { return lookForDuplicates(scan, log); });
    const Beside following([&] { return followScope(**centre); });
    server.serve();
    log.info("stopped");
    return Done{};
}

}  // namespace qiaomen::commands
