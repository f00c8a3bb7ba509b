// SPDX-License-Identifier: Apache-2.0
#include "syncserver/server.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <nlohmann/json.hpp>
#include <thread>

#include "shared/core/attachment.h"
#include "shared/core/compression.h"
#include "shared/core/json.h"
#include "shared/core/packed.h"
#include "shared/core/wire.h"
#include "syncserver/admitted_sync.h"
#include "syncserver/attachment_routes.h"
#include "syncserver/carrier_route.h"
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

/// Whether the same may be asked again by its name: it brings nothing.
bool bringsNothing(const SyncRequest& request) {
    return std::ranges::all_of(
        request.grids, [](const GridRequest& grid) { return grid.changes.empty() && !grid.repair && !grid.refills; });
}

/// What few headers our own programs need of an answer: with the short type, the first byte of the body says what it is.
void leaveOutWords(httplib::Response& response) {
    response.headers.erase("Keep-Alive");
    if (response.get_header_value("Content-Type") == kShortSyncType) response.headers.erase("Content-Type");
}

/// Where a device goes on with a snapshot: ?from=OFFSET&of=TAG.
struct SnapshotPlace {
    std::optional<Hash256> tag;
    std::size_t from = 0;
};

Result<SnapshotPlace> continuedPlace(const httplib::Request& request) {
    SnapshotPlace place;
    if (!request.has_param("of") && !request.has_param("from")) return place;
    const auto tag = hashFromText(request.get_param_value("of"));
    if (!tag) return Error{Fault::invalid, "of= is the tag of a snapshot: 64 hexadecimal digits"};
    place.tag = *tag;
    const std::string from = request.get_param_value("from");
    const auto [end, wrong] = std::from_chars(from.data(), from.data() + from.size(), place.from);
    if (from.empty() || wrong != std::errc() || end != from.data() + from.size())
        return Error{Fault::invalid, "from= is a number of bytes"};
    return place;
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

HttpServer::HttpServer(Hub& hub, Access& access, GridStore& grids, Metrics& metrics, EventLog& log,
                       const Waiting& waiting)
    : hub_(hub),
      access_(access),
      grids_(grids),
      metrics_(metrics),
      log_(log),
      waitRoute_(hub.moves(), access, http_, {waiting.time, waiting.pause}) {
    http_.offer("/v1/wait", waitRoute_, waiting.seats);
    http_.set_tcp_nodelay(true);  // without it, a kept connection answers some twenty-five times a second
    http_.set_keep_alive_max_count(limits::kKeepAliveRequests);
    http_.set_payload_max_length(limits::kMaxBodyBytes);
    http_.set_exception_handler(
        [this](const Request&, Response& response, std::exception_ptr wrong) { answerException(response, wrong); });
    http_.set_post_routing_handler([](const Request&, Response& response) { leaveOutWords(response); });
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

void HttpServer::offer(CarrierDesk& carrier) {
    carrierRoute_ = std::make_unique<CarrierRoute>(carrier, access_, log_);
    carrierRoute_->addTo(http_,
                         [this](Response& response, const Error& error, int status) { fail(response, error, status); });
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
        std::string text = metrics_.text({grids_.openGrids(), http_.waiting(), devices.ok()});
        if (devices) text += deviceMetrics(*devices, hub_.nowMs());
        response.set_content(text, "text/plain; version=0.0.4; charset=utf-8");
    });
}

void HttpServer::sync(const Request& request, Response& response) {
    const StopWatch watch;
    const std::string token = tokenOf(request);
    if (auto known = access_.recognise(token); !known) return fail(response, known.error(), kUnauthorised);
    const std::string type = request.get_header_value("Content-Type");
    const bool json = isJson(type);
    const auto message = json ? Result<std::optional<std::string>>(request.body) : messageIn(request, token);
    if (!message) return fail(response, message.error());
    if (!*message)
        return fail(response, {Fault::missing, "this question is not known here: ask it in full"}, kAskInFull);
    const auto asked = json ? syncRequestFromJson(**message, hub_.collections()) : decodeSyncRequest(**message);
    if (!asked) return fail(response, asked.error());
    const auto reply = admittedSync(hub_, access_, token, *asked, [this](const Error& error) {
        log_.warn("note", {{"message", error.message}});
    });
    if (!reply) return fail(response, reply.error());

    const bool isShort = type == kShortSyncType;
    if (isShort && bringsNothing(*asked)) kept_.keep(token, **message);
    std::string body = json      ? toJson(*reply, hub_.collections()) + "\n"
                       : isShort ? pack(encode(*reply))
                                 : compress(encode(*reply));
    metrics_.sync(watch.time(), request.body.size(), body.size());
    std::int64_t changes = 0;
    for (const GridRequest& grid : asked->grids) changes += static_cast<std::int64_t>(grid.changes.size());
    log_.info("sync", {{"device", asked->device.text()},
                       {"grids", static_cast<std::int64_t>(asked->grids.size())},
                       {"changes", changes},
                       {"bytes", static_cast<std::int64_t>(body.size())},
                       {"ms", watch.ms()}});
    response.set_content(std::move(body), json ? std::string(kJsonType) : type);
}

Result<std::optional<std::string>> HttpServer::messageIn(const Request& request, const std::string& token) {
    if (const auto name = nameIn(request.body)) return kept_.find(token, *name);
    auto message = unpack(request.body, limits::kMaxUnpackedBytes);
    if (!message) return message.error();
    return std::optional(*std::move(message));
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
    const auto place = continuedPlace(request);
    if (!place) return fail(response, place.error());
    const auto packed = hub_.snapshot(*grant, *grid, place->tag);
    if (!packed) return fail(response, packed.error());
    const std::string& bytes = (*packed)->bytes;
    // Another snapshot than the one that was begun comes from its beginning.
    const std::size_t from = place->tag == (*packed)->tag ? std::min(place->from, bytes.size()) : 0;
    metrics_.snapshot(watch.time(), bytes.size() - from);
    log_.info("snapshot", {{"grid", grid->text()},
                           {"from", static_cast<std::int64_t>(from)},
                           {"bytes", static_cast<std::int64_t>(bytes.size() - from)},
                           {"ms", watch.ms()}});
    response.set_header("Snapshot",
                        hashText((*packed)->tag) + " " + std::to_string(bytes.size()) + " " + std::to_string(from));
    response.set_content(bytes.substr(from), std::string(kSyncType));
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
    HttpAnswer answer = answerTo(error, status);
    response.status = answer.status;
    response.set_content(std::move(answer.body), answer.type);
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
