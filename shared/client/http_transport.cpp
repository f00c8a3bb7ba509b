// SPDX-License-Identifier: Apache-2.0
#include "shared/client/http_transport.h"

#include <httplib.h>

#include "shared/client/http_answers.h"
#include "shared/core/compression.h"
#include "shared/core/tuning.h"

namespace qiaomen {

namespace {

constexpr const char* kSyncType = "application/vnd.qiaomen.sync";

}  // namespace

struct HttpTransport::Connection {
    httplib::Client client;
    std::string token;
    bool unreached = false;  ///< nobody took the connection of the last call

    explicit Connection(const HttpOptions& options) : client(options.server), token(options.token) {
        using namespace std::chrono;
        client.set_keep_alive(true);
        client.set_tcp_nodelay(true);
        client.set_follow_location(false);
        client.set_decompress(false);
        client.set_connection_timeout(tuning::kConnectTimeout);
        client.set_read_timeout(tuning::kTransferTimeout);
        client.set_write_timeout(tuning::kTransferTimeout);
        if (!options.caFile.empty()) client.set_ca_cert_path(options.caFile);
    }

    Result<std::string> ask(httplib::Request request) {
        std::string body;
        bool tooLarge = false;
        request.headers.emplace("Authorization", "Bearer " + token);
        request.headers.emplace("User-Agent",
                                "qiaomen");  // the library's own words are longer, and every byte is sent each time
        request.content_receiver = [&](const char* data, std::size_t size, std::uint64_t, std::uint64_t) {
            tooLarge = body.size() + size > tuning::kMaxReplyBytes;
            if (!tooLarge) body.append(data, size);
            return !tooLarge;
        };
        const httplib::Result answer = client.send(request);
        unreached = answer.error() == httplib::Error::Connection;
        if (tooLarge) return Error{Fault::offline, "the answer is larger than any centre's"};
        if (!answer) return Error{Fault::offline, "no answer: " + httplib::to_string(answer.error())};
        return read(*answer, body);
    }

    static Result<std::string> read(const httplib::Response& answer, const std::string& body) {
        const std::string type = typeOf(answer);
        if (answer.status == 200 && type == kSyncType) {
            auto bytes = decompress(body, tuning::kMaxReplyBytes);
            if (!bytes) return Error{Fault::offline, "the answer arrived damaged: " + bytes.error().message};
            return std::move(*bytes);
        }
        if (answer.status != 200 && type == "application/json") {
            if (auto error = centreError(body)) return *error;
        }
        return Error{Fault::offline,
                     "somebody else than the centre answered (status " + std::to_string(answer.status) + ")"};
    }
};

HttpTransport::HttpTransport(const HttpOptions& options) : connection_(std::make_unique<Connection>(options)) {}
HttpTransport::~HttpTransport() = default;

Result<std::string> HttpTransport::sync(std::string_view request) {
    httplib::Request post;
    post.method = "POST";
    post.path = "/v1/sync";
    post.headers.emplace("Content-Type", kSyncType);
    post.body = compress(request);
    return connection_->ask(std::move(post));
}

Result<std::string> HttpTransport::snapshot(const GridId& grid) {
    httplib::Request get;
    get.method = "GET";
    get.path = "/v1/grids/" + grid.text() + "/snapshot";
    return connection_->ask(std::move(get));
}

bool HttpTransport::leftNothing() const { return connection_->unreached; }

void HttpTransport::interrupt() { connection_->client.stop(); }

}  // namespace qiaomen
