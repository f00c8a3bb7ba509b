// SPDX-License-Identifier: Apache-2.0
//
// Making room: originals that the centre has receipted go, and come back when somebody asks.
#include <catch2/catch_test_macros.hpp>

#include "shared/client/let_go.h"
#include "tests/attachments/attachment_story.h"

namespace qiaomen::tests {
namespace {

constexpr std::size_t kPhoto = 2 * kAttachmentChunk + 1000;

struct Room {
    PhotoCentre centre;
    PhotoPhone zhang{centre, alice, "张敏"};

    AttachmentRef photographs(std::uint64_t number) {
        return zhang.image(zhang.photographs(jpeg(kPhoto, number), jpeg(9'000, number + 1000)));
    }
    AttachmentRef aSafePhoto() {
        const AttachmentRef image = photographs(1);
        zhang.syncs();
        zhang.carries();
        REQUIRE(zhang.isSafe(image.hash));
        return image;
    }
};

}  // namespace

TEST_CASE("Only what the centre has receipted is let go, and small pictures stay", "[attachments][storage]") {
    Room room;
    const AttachmentRef safe = room.aSafePhoto(), onlyHere = room.photographs(2);
    const AttachmentSizes before = ok(sizesOf(room.zhang.attachments()));
    CHECK(before.safeOriginalCount == 1);
    CHECK(before.safeOriginals == kPhoto);
    CHECK(before.onlyHere == kPhoto + 9'000);

    CHECK(ok(letOriginalsGo(room.zhang.attachments())) == 1);
    CHECK_FALSE(room.zhang.has(safe.hash));
    CHECK(room.zhang.has(safe.thumbnail));
    CHECK(room.zhang.has(onlyHere.hash));
    CHECK(room.zhang.has(onlyHere.thumbnail));
    CHECK(ok(sizesOf(room.zhang.attachments())).safeOriginals == 0);
    CHECK(ok(letOriginalsGo(room.zhang.attachments())) == 0);
}

TEST_CASE("What was let go does not come back by itself, over no network and after no restart; asked for, it does",
          "[attachments][storage]") {
    Room room;
    const AttachmentRef safe = room.aSafePhoto();
    CHECK(ok(letOriginalsGo(room.zhang.attachments())) == 1);
    CHECK(room.zhang.carries().fetched == 0);
    room.zhang.restart();
    const AttachmentReport report = room.zhang.carries(Network::unmetered);
    CHECK(report.fetched == 0);
    CHECK(report.waiting == 0);  // nothing waits for Wi-Fi: it was on purpose
    CHECK(isLetGo(room.zhang.attachments(), safe.hash));

    room.zhang.sync().ask(safe.hash);
    CHECK(room.zhang.carries(Network::metered).fetched == 1);
    CHECK(ok(room.zhang.attachments().read(safe.hash)) == jpeg(kPhoto, 1));
    CHECK_FALSE(isLetGo(room.zhang.attachments(), safe.hash));
    CHECK(room.zhang.isSafe(safe.hash));
    // And may go again.
    CHECK(ok(letOriginalsGo(room.zhang.attachments())) == 1);
}

TEST_CASE("A neighbour who never had the photo still gets it by himself", "[attachments][storage]") {
    Room room;
    const AttachmentRef safe = room.aSafePhoto();
    ok(letOriginalsGo(room.zhang.attachments()));
    PhotoPhone li(room.centre, bob, "李强");
    li.syncs();
    CHECK(li.carries().fetched == 2);
    CHECK(li.has(safe.hash));
}

}  // namespace qiaomen::tests
