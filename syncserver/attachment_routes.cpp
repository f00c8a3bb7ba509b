// SPDX-License-Identifier: Apache-2.0
#include "syncserver/attachment_routes.h"

#include <charconv>

#include "syncserver/request_head.h"

namespace qiaomen {

namespace {

constexpr const char* kOfGrid = "/v1/grids/([0-9a-f-]{36})/attachments";
constexpr const char* kOfHash = "/v1/grids/([0-9a-f-]{36})/attachments/([0-9a-f]{64})";

Result<std::uint64_t> offsetOf(const httplib::Request& request) {
    const std::string text = request.has_param("offset") ? request.get_param_value("offset") : "0";
    std::uint64_t offset = 0;
    const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), offset);
    if (wrong != std::errc() || end != text.data() + text.size() || offset > kMaxAttachmentBytes)
        return Error{Fault::invalid, "the offset is not a number of bytes within an attachment"};
    return offset;
}

void answer(httplib::Response& response, const std::string& json) {
    response.set_content(json + "\n", std::string(kJsonType));
}

}  // namespace

/// Who asks, and about what.
struct AttachmentRoutes::Asked {
    Grant grant;
    GridId grid;
    Hash256 hash{};
    std::uint64_t offset = 0;
};

void AttachmentRoutes::addTo(httplib::Server& server, Fail fail) {
    fail_ = std::move(fail);
    const auto asking = [this](auto&& work) {
        return [this, work](const Request& request, Response& response) {
            Asked asked;
            const auto grant = access_.recognise(tokenOf(request));
            if (!grant) return fail_(response, grant.error(), kUnauthorised);
            asked.grant = *grant;
            const auto grid = GridId::parse(request.matches[1].str());
            if (!grid) return fail_(response, grid.error(), 0);
            asked.grid = *grid;
            if (request.matches.size() > 2) asked.hash = *hashFromText(request.matches[2].str());
            const auto offset = offsetOf(request);
            if (!offset) return fail_(response, offset.error(), 0);
            asked.offset = *offset;
            work(asked, request, response);
        };
    };
    server.Post(kOfGrid, asking([this](const Asked& asked, const Request& request, Response& response) {
                    states(asked, request, response);
                }));
    server.Post(kOfHash, asking([this](const Asked& asked, const Request& request, Response& response) {
                    take(asked, request, response);
                }));
    server.Get(kOfHash,
               asking([this](const Asked& asked, const Request&, Response& response) { give(asked, response); }));
}

void AttachmentRoutes::states(const Asked& asked, const Request& request, Response& response) {
    const auto hashes = readAttachmentQuestion(request.body);
    if (!hashes) return fail_(response, hashes.error(), 0);
    const auto states = attachments_.states(asked.grant, asked.grid, *hashes);
    if (!states) return fail_(response, states.error(), 0);
    answer(response, toJson(*states));
}

void AttachmentRoutes::take(const Asked& asked, const Request& request, Response& response) {
    const auto state = attachments_.take(asked.grant, asked.grid, asked.hash, asked.offset, request.body);
    if (!state) return fail_(response, state.error(), 0);
    if (state->receipt)
        log_.info("attachment",
                  {{"grid", asked.grid.text()}, {"bytes", static_cast<std::int64_t>(state->receipt->size)}});
    answer(response, toJson(*state));
}

void AttachmentRoutes::give(const Asked& asked, Response& response) {
    auto bytes = attachments_.give(asked.grant, asked.grid, asked.hash, asked.offset);
    if (!bytes) return fail_(response, bytes.error(), 0);
    // Whatever the content is, no browser shall take it for a page.
    response.set_header("X-Content-Type-Options", "nosniff");
    response.set_content(*std::move(bytes), std::string(kChunkType));
}

}  // namespace qiaomen
