// SPDX-License-Identifier: Apache-2.0
#include <httplib.h>

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "tests/attachments/attachment_story.h"

namespace qiaomen::tests {
namespace {

constexpr const char* kChunkType = "application/octet-stream";

/// A street with a photo that the centre knows of, and somebody who speaks HTTP by hand.
struct Stranger {
    PhotoCentre centre;
    PhotoPhone zhang{centre, alice, "张敏"};
    std::string content = jpeg(kAttachmentChunk + 10, 1);
    AttachmentRef image;

    Stranger() {
        image = zhang.image(zhang.photographs(content, jpeg(100, 2)));
        zhang.syncs();
    }
    [[nodiscard]] std::string path(const GridId& grid = gridId(1)) const {
        return "/v1/grids/" + grid.text() + "/attachments";
    }
    [[nodiscard]] std::string path(const Hash256& hash, const std::string& query = "?offset=0") const {
        return path() + "/" + hashText(hash) + query;
    }
    [[nodiscard]] httplib::Client client(const std::string& token) const {
        httplib::Client client("127.0.0.1", centre.port());
        if (!token.empty()) client.set_bearer_token_auth(token);
        return client;
    }
    [[nodiscard]] int posts(const std::string& where, const std::string& body, const char* type = kChunkType) const {
        return client(zhang.options().token).Post(where, body, type)->status;
    }
    [[nodiscard]] int gets(const std::string& where) const { return client(zhang.options().token).Get(where)->status; }
};

}  // namespace

TEST_CASE("Only a device of the grid may ask, send or fetch", "[attachments][limits]") {
    Stranger stranger;
    const std::string question = attachmentQuestion({stranger.image.hash});
    const std::string chunk = stranger.content.substr(0, kAttachmentChunk);
    const std::string other = stranger.centre.enrol("王芳", {gridId(2)}).token;
    for (const auto& [token, status] : {std::pair<std::string, int>{"", 401}, {"nonsense", 401}, {other, 403}}) {
        CAPTURE(token, status);
        auto client = stranger.client(token);
        CHECK(client.Post(stranger.path(), question, "application/json")->status == status);
        CHECK(client.Post(stranger.path(stranger.image.hash), chunk, kChunkType)->status == status);
        CHECK(client.Get(stranger.path(stranger.image.hash))->status == status);
    }
    stranger.zhang.carries();
    CHECK(stranger.client(other).Get(stranger.path(stranger.image.hash))->status == 403);
    CHECK(stranger.gets(stranger.path(stranger.image.hash)) == 200);
}

TEST_CASE("What no record of the grid names is neither taken in nor given out", "[attachments][limits]") {
    Stranger stranger;
    const Hash256 unknown = attachmentHash("a film");
    CHECK(stranger.posts(stranger.path(unknown), "a film") == 404);
    CHECK(stranger.gets(stranger.path(unknown)) == 404);
    CHECK(stranger.gets(stranger.path(stranger.image.hash)) == 404);  // named, and not here yet
    CHECK(stranger.centre.counts().bytes == 0);
    CHECK(stranger.centre.metrics().find("qiaomen_attachments_refused_total 1\n") != std::string::npos);
}

TEST_CASE("A chunk that does not fit the record's word is refused, and nothing is kept of it",
          "[attachments][limits]") {
    Stranger stranger;
    const Hash256& hash = stranger.image.hash;
    CHECK(stranger.posts(stranger.path(hash, "?offset=1"), "x") == 400);
    CHECK(stranger.posts(stranger.path(hash, "?offset=-1"), "x") == 400);
    CHECK(stranger.posts(stranger.path(hash, "?offset=abc"), "x") == 400);
    CHECK(stranger.posts(stranger.path(hash, "?offset=99999999999999999999"), "x") == 400);
    CHECK(stranger.posts(stranger.path(hash, "?offset=524288"), "x") == 400);
    CHECK(stranger.posts(stranger.path(hash), stranger.content) == 400);
    CHECK(stranger.posts(stranger.path(hash), "short") == 400);
    CHECK(stranger.posts(stranger.path(hash), "short", "text/html") == 415);
    CHECK(stranger.posts(stranger.path() + "/" + std::string(64, 'X'), "x") == 404);
    CHECK(stranger.centre.counts().bytes == 0);
}

TEST_CASE("Other bytes under a photo's name never become the photo", "[attachments][limits]") {
    Stranger stranger;
    std::string forged = stranger.content;
    forged[100] = static_cast<char>(forged[100] ^ 1);
    const Hash256& hash = stranger.image.hash;
    CHECK(stranger.posts(stranger.path(hash), forged.substr(0, kAttachmentChunk)) == 200);
    CHECK(stranger.posts(stranger.path(hash, "?offset=262144"), forged.substr(kAttachmentChunk)) == 400);
    CHECK(stranger.centre.counts().held == 0);
    CHECK(stranger.zhang.carries().sent == 2);
    CHECK(stranger.zhang.isSafe(hash));
}

TEST_CASE("A page of HTML under a photo's name is not taken in, though its hash is right", "[attachments][limits]") {
    Stranger stranger;
    const std::string page = "<html><script>alert(1)</script></html>";
    const AttachmentRef lie{.type = "image/jpeg", .size = page.size(), .hash = attachmentHash(page)};
    ok(stranger.zhang.records().save(Edit{
        photo.number(),
        newRecord(),
        {{photo.hazard, newRecord()}, {photo.stage, "before"}, {photo.image, print(lie)}, {photo.takenAt, kMorning}}}));
    stranger.zhang.syncs();
    CHECK(stranger.posts(stranger.path(lie.hash), page) == 400);
    CHECK(stranger.centre.counts().held == 0);
}

TEST_CASE("A grid cannot use more than its share of the centre's disk; the phone keeps what found no room",
          "[attachments][limits]") {
    PhotoCentre centre(2 * kAttachmentChunk);
    PhotoPhone zhang(centre, alice, "张敏");
    const AttachmentRef first = zhang.image(zhang.photographs(jpeg(kAttachmentChunk, 1), jpeg(100, 2)));
    const AttachmentRef second = zhang.image(zhang.photographs(jpeg(kAttachmentChunk, 3), jpeg(100, 4)));
    zhang.syncs();
    const auto stopped = zhang.sync().run(Network::unmetered);
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().fault == Fault::offline);
    CHECK(stopped.error().message.find("share of the disk") != std::string::npos);
    CHECK(zhang.isSafe(first.hash));
    CHECK_FALSE(zhang.isSafe(second.hash));
    CHECK(ok(zhang.attachments().read(second.hash)) == jpeg(kAttachmentChunk, 3));
}

TEST_CASE("A question about too many attachments is refused", "[attachments][limits]") {
    Stranger stranger;
    const std::vector<Hash256> many(kMaxAttachmentsPerQuestion + 1);
    CHECK(stranger.posts(stranger.path(), attachmentQuestion(many), "application/json") == 400);
    CHECK(stranger.posts(stranger.path(), "{}", "application/json") == 400);
}

TEST_CASE("A picture goes out as bare bytes, so that no browser takes it for a page", "[attachments][limits]") {
    Stranger stranger;
    stranger.zhang.carries();
    auto client = stranger.client(stranger.zhang.options().token);
    const auto first = client.Get(stranger.path(stranger.image.hash));
    CHECK(first->body == stranger.content.substr(0, kAttachmentChunk));
    CHECK(first->get_header_value("Content-Type") == kChunkType);
    CHECK(first->get_header_value("X-Content-Type-Options") == "nosniff");
    CHECK(client.Get(stranger.path(stranger.image.hash, "?offset=262144"))->body.size() == 10);
    CHECK(client.Get(stranger.path(stranger.image.hash, "?offset=262154"))->body.empty());
}

}  // namespace qiaomen::tests
