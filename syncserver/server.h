// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <string>

#include "syncserver/access.h"
#include "syncserver/event_log.h"
#include "syncserver/guarded_server.h"
#include "syncserver/hub.h"
#include "syncserver/kept_requests.h"
#include "syncserver/limits.h"
#include "syncserver/metrics.h"
#include "syncserver/wait_route.h"

namespace qiaomen {

class AttachmentRoutes;
class Attachments;
class CarrierDesk;
class CarrierRoute;

/// The centre's HTTP interface: a request comes in, the hub is asked, the answer goes out. Nothing else happens here; what each
/// route means is in syncserver/README.md, by example.
///
///     POST /v1/sync                       application/vnd.qiaomen.sync (zstd over wire.h) or application/json
///     GET  /v1/grids/{grid}/snapshot      the same, by Accept
///     POST /v1/wait                       shared/core/wait.h: answered when a grid goes on, or after a while; holds no thread
///     POST /v1/carry                      a sync as a sealed file, for anybody (carrier_route.h)
///     GET  /v1/health   GET /metrics      for machines that watch; open to everyone who can reach the port
///
/// Errors are {"fault", "message"} in JSON, whatever was asked for. Listens on the loopback unless told otherwise.
class HttpServer {
public:
    struct Options {
        std::string host = "127.0.0.1";
        int port = 0;          ///< 0: any free one
        std::string certFile;  ///< PEM; with keyFile: TLS
        std::string keyFile;
    };
    /// Of requests that wait.
    struct Waiting {
        std::size_t seats = limits::kWaiting;
        std::chrono::milliseconds time = limits::kWaitTime;
        std::chrono::seconds pause = limits::kWaitPause;
    };

    HttpServer(Hub& hub, Access& access, GridStore& grids, Metrics& metrics, EventLog& log)
        : HttpServer(hub, access, grids, metrics, log, Waiting()) {}
    HttpServer(Hub& hub, Access& access, GridStore& grids, Metrics& metrics, EventLog& log, const Waiting& waiting);
    ~HttpServer();

    /// Adds the routes of attachments (attachment_routes.h). Before serve().
    void offer(Attachments& attachments);
    /// Adds POST /v1/carry (carrier_route.h). Before serve().
    void offer(CarrierDesk& carrier);

    /// Takes the port. Gives the port taken. Errors: refused (in use, or not ours to take), invalid (certificate).
    Result<int> bind(const Options& options);
    /// Serves until stop(); returns when running requests are finished.
    void serve();
    /// From any thread, also before serve().
    void stop();
    [[nodiscard]] bool isRunning() const { return http_.is_running(); }
    /// Requests that wait now.
    [[nodiscard]] std::size_t waiting() const { return http_.waiting(); }

private:
    using Request = httplib::Request;
    using Response = httplib::Response;

    void addRoutes();
    void sync(const Request& request, Response& response);
    /// The message in a request's body. Nothing when it is a name that is not known here.
    Result<std::optional<std::string>> messageIn(const Request& request, const std::string& token);
    void snapshot(const Request& request, Response& response);
    void answerException(Response& response, std::exception_ptr wrong);
    void fail(Response& response, const Error& error, int status = 0);

    Hub& hub_;
    Access& access_;
    GridStore& grids_;
    Metrics& metrics_;
    EventLog& log_;
    KeptRequests kept_{limits::kKeptRequestBytes};
    std::unique_ptr<AttachmentRoutes> attachmentRoutes_;
    std::unique_ptr<CarrierRoute> carrierRoute_;
    GuardedServer http_;
    WaitRoute waitRoute_;
    std::atomic<bool> serving_ = false;
    std::atomic<bool> stopping_ = false;
};

}  // namespace qiaomen
