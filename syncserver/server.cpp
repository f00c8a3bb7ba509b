// SPDX-License-Identifier: Apache-2.0
#include "syncserver/server.h"

#include <chrono>
#include <nlohmann/json.hpp>
#include <thread>

#include "shared/core/compression.h"
#include "shared/core/json.h"
#include "shared/core/wire.h"
#include "syncserver/attachment_routes.h"
#include "syncserver/http_words.h"
#include "syncserver/limits.h"
#include "syncserver/request_head.h"

namespace qiaomen {

namespace {

class StopWatch {
public:
    [[nodiscard]] std::chrono::nanoseconds time() const { return std::chrono::steady_clock::now() - begin_; }
    [[nodiscard]] std::int64_t ms() const {
        return std::chrono::duration_cast<std::chrono::milliseconds>(time()).count();
    }

private:
    std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

bool isJson(const std::string& type) { return type.starts_with(kJsonType); }

Result<SyncRequest> requestFrom(const httplib::Request& request, Collections collections) {
    if (isJson(request.get_header_value("Content-Type"))) return syncRequestFromJson(request.body, collections);
    const auto bytes = decompress(request.body, limits::kMaxUnpackedBytes);
    if (!bytes) return bytes.error();
    return decodeSyncRequest(*bytes);
}

/// What the device still has after this sync, by what it said and by what was taken.
SyncNote noteOn(const SyncRequest& asked, const SyncReply& reply) {
    SyncNote note{.app = asked.app, .unsent = asked.waiting, .repairs = asked.repairs};
    for (std::size_t i = 0; i < reply.grids.size(); ++i) {
        if (reply.grids[i].problem) note.unsent += asked.grids[i].changes.size();
        note.refused += reply.grids[i].refusals.size();
    }
    return note;
}

std::string snapshotJson(const Snapshot& snapshot, Collections collections) {
    nlohmann::ordered_json json{
        {"grid", snapshot.grid.text()},
        {"cursor", {{"epoch", print(Hash128{0, snapshot.cursor.epoch}).substr(16)}, {"seq", snapshot.cursor.seq}}},
        {"digest", print(snapshot.digest)}};
    json["records"] = nlohmann::ordered_json::array();
    for (const Record& record : snapshot.records)
        json["records"].push_back(nlohmann::ordered_json::parse(toJson(record, collections)));
    return json.dump();
}

}  // namespace

HttpServer::HttpServer(Hub& hub, Access& access, GridStore& grids, Metrics& metrics, EventLog& log)
    : hub_(hub), access_(access), grids_(grids), metrics_(metrics), log_(log) {
    http_.set_tcp_nodelay(true);  // without it, a kept connection answers some twenty-five times a second
    http_.set_keep_alive_max_count(limits::kKeepAliveRequests);
    http_.set_payload_max_length(limits::kMaxBodyBytes);
    http_.new_task_queue = [] { return new httplib::ThreadPool(limits::kThreads); };
    http_.set_exception_handler(
        [this](const Request&, Response& response, std::exception_ptr wrong) { answerException(response, wrong); });
    http_.set_error_handler([this](const Request&, Response& response) {
        if (response.body.empty()) fail(response, {Fault::missing, "there is nothing here"}, response.status);
    });
    addRoutes();
}

HttpServer::~HttpServer() = default;

void HttpServer::offer(Attachments& attachments) {
    attachmentRoutes_ = std::make_unique<AttachmentRoutes>(attachments, access_, log_);
    attachmentRoutes_->addTo(
        http_, [this](Response& response, const Error& error, int status) { fail(response, error, status); });
}

void HttpServer::addRoutes() {
    http_.Post("/v1/sync", [this](const Request& request, Response& response) { sync(request, response); });
    http_.Get("/v1/grids/([0-9a-f-]{36})/snapshot",
              [this](const Request& request, Response& response) { snapshot(request, response); });
    http_.Get("/v1/health", [this](const Request&, Response& response) {
        const nlohmann::ordered_json health{
            {"status", "ok"}, {"version", QIAOMEN_VERSION}, {"wire", kWireVersion}, {"nowMs", hub_.nowMs()}};
        response.set_content(health.dump() + "\n", std::string(kJsonType));
    });
    http_.Get("/metrics", [this](const Request&, Response& response) {
        // What this process has done is told even while the database is away.
        const auto devices = access_.devices();
        std::string text = metrics_.text(grids_.openGrids(), devices.ok());
        if (devices) text += deviceMetrics(*devices, hub_.nowMs());
        response.set_content(text, "text/plain; version=0.0.4; charset=utf-8");
    });
}

void HttpServer::sync(const Request& request, Response& response) {
    const StopWatch watch;
    const std::string token = tokenOf(request);
    if (auto known = access_.recognise(token); !known) return fail(response, known.error(), kUnauthorised);
    const auto asked = requestFrom(request, hub_.collections());
    if (!asked) return fail(response, asked.error());
    if (asked->app.size() > limits::kMaxAppName)
        return fail(response, {Fault::invalid, "the program's name is too long"});
    auto grant = access_.admit(token, asked->device);
    for (const GridRequest& grid : asked->grids) {
        if (grant && !grid.device.isNone() && !grant->isOneOf(grid.device))
            grant = access_.admitSuccessor(token, grid.device);
    }
    if (!grant) return fail(response, grant.error());
    const auto reply = hub_.sync(*grant, *asked);
    if (!reply) return fail(response, reply.error());
    if (auto noted = access_.note(token, noteOn(*asked, *reply)); !noted)
        log_.warn("note", {{"message", noted.error().message}});

    const bool json = isJson(request.get_header_value("Content-Type"));
    std::string body = json ? toJson(*reply, hub_.collections()) + "\n" : compress(encode(*reply));
    metrics_.sync(watch.time(), request.body.size(), body.size());
    std::int64_t changes = 0;
    for (const GridRequest& grid : asked->grids) changes += static_cast<std::int64_t>(grid.changes.size());
    log_.info("sync", {{"device", asked->device.text()},
                       {"grids", static_cast<std::int64_t>(asked->grids.size())},
                       {"changes", changes},
                       {"bytes", static_cast<std::int64_t>(body.size())},
                       {"ms", watch.ms()}});
    response.set_content(std::move(body), std::string(json ? kJsonType : kSyncType));
}

void HttpServer::snapshot(const Request& request, Response& response) {
    const StopWatch watch;
    const auto grant = access_.recognise(tokenOf(request));
    if (!grant) return fail(response, grant.error(), kUnauthorised);
    const auto grid = GridId::parse(request.matches[1].str());
    if (!grid) return fail(response, grid.error());
    if (isJson(request.get_header_value("Accept"))) {
        const auto plain = hub_.plainSnapshot(*grant, *grid);
        if (!plain) return fail(response, plain.error());
        return response.set_content(snapshotJson(*plain, hub_.collections()) + "\n", std::string(kJsonType));
    }
    const auto packed = hub_.snapshot(*grant, *grid);
    if (!packed) return fail(response, packed.error());
    metrics_.snapshot(watch.time(), (*packed)->bytes.size());
    log_.info(
        "snapshot",
        {{"grid", grid->text()}, {"bytes", static_cast<std::int64_t>((*packed)->bytes.size())}, {"ms", watch.ms()}});
    response.set_content((*packed)->bytes, std::string(kSyncType));
}

/// What went wrong inside is for the log, not for whoever asked.
void HttpServer::answerException(Response& response, std::exception_ptr wrong) {
    try {
        std::rethrow_exception(wrong);
    } catch (const std::exception& exception) {
        log_.warn("exception", {{"what", std::string(exception.what())}});
    } catch (...) {
        log_.warn("exception");
    }
    fail(response, {Fault::broken, "something went wrong here; it is in the log"});
}

void HttpServer::fail(Response& response, const Error& error, int status) {
    metrics_.failed();
    response.status = status != 0 ? status : statusOf(error.fault);
    const nlohmann::ordered_json body{{"fault", name(error.fault)}, {"message", error.message}};
    response.set_content(body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n",
                         std::string(kJsonType));
    if (response.status >= 500)
        log_.warn("failed", {{"fault", std::string(name(error.fault))}, {"message", error.message}});
}

Result<int> HttpServer::bind(const Options& options) {
    if (!options.certFile.empty() || !options.keyFile.empty()) {
        std::string reason;
        if (!http_.useTls(options.certFile, options.keyFile, reason)) return Error{Fault::invalid, reason};
    }
    const int port = options.port == 0 ? http_.bind_to_any_port(options.host)
                                       : (http_.bind_to_port(options.host, options.port) ? options.port : -1);
    if (port <= 0)
        return Error{Fault::refused,
                     "cannot listen on " + options.host + ":" + std::to_string(options.port) + ": is the port in use?"};
    http_.widenBacklog();
    return port;
}

void HttpServer::serve() {
    serving_ = true;
    if (!stopping_) http_.listen_after_bind();
    serving_ = false;
}

/// The library forgets a stop that comes after binding and before listening: that moment is waited for. Of a stop and a serve
/// that begin at the same time, at least one sees the other.
void HttpServer::stop() {
    stopping_ = true;
    while (serving_ && !http_.is_running()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    http_.stop();
}

}  // namespace qiaomen
