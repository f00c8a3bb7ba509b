// SPDX-License-Identifier: Apache-2.0
#include "shared/client/http_attachment_way.h"

#include "shared/client/http_answers.h"
#include "shared/core/tuning.h"

namespace qiaomen {

namespace {

constexpr const char* kJsonType = "application/json";
constexpr const char* kChunkType = "application/octet-stream";
/// Of an answer about attachments: a thousand of them with their receipts.
constexpr std::size_t kMaxAnswer = 1 << 20;

std::string pathOf(const GridId& grid) { return "/v1/grids/" + grid.text() + "/attachments"; }
std::string pathOf(const GridId& grid, const Hash256& hash, std::uint64_t offset) {
    return pathOf(grid) + '/' + hashText(hash) + "?offset=" + std::to_string(offset);
}

}  // namespace

struct HttpAttachmentWay::Connection {
    httplib::Client client;
    std::string token;

    explicit Connection(const HttpOptions& options) : client(options.server), token(options.token) {
        prepare(client, options);
    }

    Result<std::string> post(const std::string& path, std::string_view body, const char* type) {
        httplib::Request request;
        request.method = "POST";
        request.path = path;
        request.headers.emplace("Content-Type", type);
        request.body = body;
        return ask(std::move(request), kJsonType);
    }

    Result<std::string> get(const std::string& path) {
        httplib::Request request;
        request.method = "GET";
        request.path = path;
        return ask(std::move(request), kChunkType);
    }

    Result<std::string> ask(httplib::Request request, const std::string& type) {
        std::string body;
        request.headers.emplace("Authorization", "Bearer " + token);
        request.headers.emplace("User-Agent", "qiaomen");
        request.content_receiver = [&](const char* data, std::size_t size, std::uint64_t, std::uint64_t) {
            if (body.size() + size > kMaxAnswer) return false;
            body.append(data, size);
            return true;
        };
        const httplib::Result answer = client.send(request);
        if (!answer) return Error{Fault::offline, "no answer: " + httplib::to_string(answer.error())};
        if (answer->status == 200 && typeOf(*answer) == type) return body;
        if (answer->status != 200 && typeOf(*answer) == kJsonType) {
            if (auto error = centreError(body)) return *error;
        }
        return Error{Fault::offline,
                     "somebody else than the centre answered (status " + std::to_string(answer->status) + ")"};
    }
};

HttpAttachmentWay::HttpAttachmentWay(const HttpOptions& options) : connection_(std::make_unique<Connection>(options)) {}
HttpAttachmentWay::~HttpAttachmentWay() = default;

Result<AttachmentStates> HttpAttachmentWay::states(const GridId& grid, const std::vector<Hash256>& hashes) {
    auto answer = connection_->post(pathOf(grid), attachmentQuestion(hashes), kJsonType);
    if (!answer) return answer.error();
    return readAttachmentStates(*answer, grid);
}

Result<AttachmentState> HttpAttachmentWay::send(const GridId& grid, const Hash256& hash, std::uint64_t offset,
                                                std::string_view chunk) {
    auto answer = connection_->post(pathOf(grid, hash, offset), chunk, kChunkType);
    if (!answer) return answer.error();
    return readAttachmentState(*answer, grid);
}

Result<std::string> HttpAttachmentWay::fetch(const GridId& grid, const Hash256& hash, std::uint64_t offset) {
    return connection_->get(pathOf(grid, hash, offset));
}

void HttpAttachmentWay::interrupt() { connection_->client.stop(); }

}  // namespace qiaomen
