// SPDX-License-Identifier: Apache-2.0
#include "shared/client/http_transport.h"

#include <httplib.h>

#include <mutex>
#include <sstream>

#include "shared/client/http_answers.h"
#include "shared/client/snapshot_part.h"
#include "shared/core/carrier.h"
#include "shared/core/packed.h"
#include "shared/core/tuning.h"

namespace qiaomen {

namespace {

constexpr const char* kSyncType = "application/vnd.qiaomen.sync";
constexpr const char* kShortSyncType = "q/m";
constexpr const char* kFileType = "application/octet-stream";
constexpr int kAskInFull = 409;

httplib::Request post(const char* path, std::string body) {
    httplib::Request request;
    request.method = "POST";
    request.path = path;
    request.headers.emplace("Content-Type", kShortSyncType);
    request.body = std::move(body);
    return request;
}

std::string snapshotPath(const GridId& grid, const SnapshotPart* part) {
    std::string path = "/v1/grids/" + grid.text() + "/snapshot";
    if (const auto place = part ? part->place() : std::nullopt)
        path += "?from=" + std::to_string(place->have) + "&of=" + hashText(place->tag);
    return path;
}

/// "TAG SIZE FROM".
std::optional<SnapshotPart::Place> placeIn(const httplib::Response& response) {
    std::istringstream words(response.get_header_value("Snapshot"));
    std::string tag;
    SnapshotPart::Place place;
    if (!(words >> tag >> place.size >> place.have)) return std::nullopt;
    const auto hash = hashFromText(tag);
    if (!hash) return std::nullopt;
    place.tag = *hash;
    return place;
}

}  // namespace

struct HttpTransport::Connection {
    struct Answer {
        int status = 0;
        std::string type;
        std::string body;
    };

    httplib::Client client;
    std::string token;
    bool unreached = false;   ///< nobody took the connection of the last call
    std::string lastRequest;  ///< what the centre was asked last, packed: it may know it by its name
    std::mutex mutex;
    bool isWaiting = false;  ///< the connection stands, and the question is on its way
    bool isEnded = false;    ///< nobody wants to wait any more

    explicit Connection(const HttpOptions& options) : client(options.server), token(options.token) {
        prepare(client, options);
    }

    Result<Answer> ask(httplib::Request request) {
        Answer answer;
        bool tooLarge = false;
        request.headers.emplace("Authorization", "Bearer " + token);
        // The library's own words are longer, and every byte is sent each time.
        request.headers.emplace("User-Agent", "q");
        request.headers.emplace("Accept", "");
        const auto receive = std::exchange(request.content_receiver, nullptr);
        request.content_receiver = [&](const char* data, std::size_t size, std::uint64_t at, std::uint64_t all) {
            if (receive && receive(data, size, at, all)) return true;
            tooLarge = answer.body.size() + size > tuning::kMaxReplyBytes;
            if (!tooLarge) answer.body.append(data, size);
            return !tooLarge;
        };
        const httplib::Result got = client.send(request);
        unreached = got.error() == httplib::Error::Connection;
        if (tooLarge) return Error{Fault::offline, "the answer is larger than any centre's"};
        if (!got) return Error{Fault::offline, "no answer: " + httplib::to_string(got.error())};
        answer.status = got->status;
        answer.type = typeOf(*got);
        return answer;
    }

    static bool isOurs(const Answer& answer) {
        return answer.status == 200 &&
               (answer.type.empty() || answer.type == kShortSyncType || answer.type == kSyncType);
    }

    static Result<std::string> read(const Answer& answer) {
        if (!isOurs(answer)) return notOurs(answer);
        auto bytes = unpack(answer.body, tuning::kMaxReplyBytes);
        if (!bytes) return Error{Fault::offline, "the answer arrived damaged: " + bytes.error().message};
        return bytes;
    }

    static Error notOurs(const Answer& answer) {
        if (answer.status != 200 && answer.type == "application/json") {
            if (auto error = centreError(answer.body)) return *error;
        }
        return {Fault::offline, "somebody else than the centre answered (status " + std::to_string(answer.status) + ")"};
    }

    /// The question leaves only when the connection stands, and nobody has ended the waiting meanwhile: from then on, ending it
    /// means closing the connection.
    httplib::Request waitingRequest(std::string body) {
        httplib::Request request = post("/v1/wait", "");
        request.content_length_ = body.size();
        request.content_provider_ = [this, body = std::move(body)](std::size_t from, std::size_t size,
                                                                   httplib::DataSink& sink) {
            {
                const std::lock_guard lock(mutex);
                if (isEnded) return false;
                isWaiting = true;
            }
            return sink.write(body.data() + from, size);
        };
        return request;
    }
};

HttpTransport::HttpTransport(const HttpOptions& options) : connection_(std::make_unique<Connection>(options)) {}
HttpTransport::~HttpTransport() = default;

Result<std::string> HttpTransport::sync(std::string_view request) {
    std::string body = pack(request);
    const bool isRepeated = body == connection_->lastRequest;
    auto answer = connection_->ask(post("/v1/sync", isRepeated ? packName(nameOf(request)) : body));
    if (isRepeated && answer && answer->status == kAskInFull) answer = connection_->ask(post("/v1/sync", body));
    connection_->lastRequest.clear();
    if (!answer) return answer.error();
    auto reply = Connection::read(*answer);
    if (reply && body.size() <= tuning::kMaxRepeatedRequest) connection_->lastRequest = std::move(body);
    return reply;
}

Result<std::string> HttpTransport::snapshot(const GridId& grid) {
    httplib::Request get;
    get.method = "GET";
    get.path = snapshotPath(grid, nullptr);
    const auto answer = connection_->ask(std::move(get));
    if (!answer) return answer.error();
    return Connection::read(*answer);
}

Result<std::string> HttpTransport::continueSnapshot(const GridId& grid, SnapshotPart& part) {
    httplib::Request get;
    get.method = "GET";
    get.path = snapshotPath(grid, &part);
    bool isPart = false;
    get.response_handler = [&](const httplib::Response& response) {
        const auto place = response.status == 200 ? placeIn(response) : std::nullopt;
        isPart = place && part.begin(*place);
        return isPart || !place;
    };
    get.content_receiver = [&](const char* data, std::size_t size, std::uint64_t, std::uint64_t) {
        return isPart && part.add({data, size});
    };
    auto answer = connection_->ask(std::move(get));
    if (!answer) {
        part.keep();
        return answer.error();
    }
    if (!isPart || !Connection::isOurs(*answer)) return Connection::read(*answer);
    auto packed = part.whole();
    if (!packed) return packed.error();
    answer->body = *std::move(packed);
    return Connection::read(*answer);
}

Result<WaitReply> HttpTransport::wait(const WaitRequest& request) {
    Connection& connection = *connection_;
    connection.client.set_read_timeout(tuning::kWaitTimeout);
    const auto answer = connection.ask(connection.waitingRequest(encode(request)));
    connection.client.set_read_timeout(tuning::kTransferTimeout);
    bool wasEnded = false;
    {
        const std::lock_guard lock(connection.mutex);
        wasEnded = std::exchange(connection.isEnded, false);
        connection.isWaiting = false;
    }
    if (!answer) return wasEnded ? Result<WaitReply>(WaitReply{}) : answer.error();
    if (!Connection::isOurs(*answer)) return Connection::notOurs(*answer);
    return decodeWaitReply(answer->body);
}

Result<std::string> HttpTransport::carry(std::string_view question) {
    httplib::Request request;
    request.method = "POST";
    request.path = "/v1/carry";
    request.headers.emplace("Content-Type", kFileType);
    request.body = std::string(question);
    auto answer = connection_->ask(std::move(request));
    if (!answer) return answer.error();
    if (answer->status != 200 || answer->type != kFileType || !looksLikeAnswer(answer->body))
        return Connection::notOurs(*answer);
    return std::move(answer->body);
}

void HttpTransport::endWait() {
    const std::lock_guard lock(connection_->mutex);
    connection_->isEnded = true;
    if (connection_->isWaiting) connection_->client.stop();
}

bool HttpTransport::leftNothing() const { return connection_->unreached; }

void HttpTransport::interrupt() { connection_->client.stop(); }

}  // namespace qiaomen
