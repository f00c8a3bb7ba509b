// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "tests/attachments/attachment_story.h"
#include "tests/network/cutting_proxy.h"

// A link that breaks after so many bytes, again and again, between the real client and the real server.

namespace qiaomen::tests {
namespace {

/// Runs over the link, with connections of their own. Whether everything got through.
bool runsOver(const CuttingProxy& link, PhotoPhone& phone) {
    HttpAttachmentWay way(
        {.server = "http://127.0.0.1:" + std::to_string(link.port()), .token = phone.options().token, .caFile = {}});
    AttachmentSync sync(way, {&phone.attachments()});
    const auto report = sync.run(Network::unmetered);
    if (!report) REQUIRE(report.error().fault == Fault::offline);
    return report.ok() && report->problems.empty();
}

}  // namespace

TEST_CASE("Wherever the link breaks, a photo arrives whole or not yet, and is called safe only when it has",
          "[attachments][cut]") {
    PhotoCentre centre;
    PhotoPhone zhang(centre, alice, "张敏"), li(centre, bob, "李强");
    CuttingProxy link(centre.port());
    std::uint64_t number = 0;
    const auto takesOne = [&] {
        number += 2;
        const RecordId record = zhang.photographs(jpeg(kAttachmentChunk + 2000, number), jpeg(700, number + 1));
        zhang.syncs();
        return zhang.image(record);
    };
    takesOne();
    link.cutAfter({});
    REQUIRE(runsOver(link, zhang));
    const std::uint64_t up = link.up(), answers = link.down();
    li.syncs();
    link.cutAfter({});
    REQUIRE(runsOver(link, li));
    const std::uint64_t questions = link.up(), down = link.down();

    // Every byte of what is short, and some of the long bodies.
    const auto breaks = [&](PhotoPhone& phone, CuttingProxy::Cut cut, const AttachmentRef& image) {
        link.cutAfter(cut);
        const bool through = runsOver(link, phone);
        REQUIRE((!phone.isSafe(image.hash) || centre.folder().attachments().counts(gridId(1)).value().missing == 0));
        if (phone.has(image.hash)) REQUIRE(phone.attachments().read(image.hash).ok());
        return through;
    };
    for (std::uint64_t byte = 0; byte < up; byte += byte < 1500 || byte > up - 600 ? 41 : 16'111) {
        CAPTURE(byte, up);
        const AttachmentRef image = takesOne();
        if (!breaks(zhang, {.up = byte}, image)) CHECK_FALSE(zhang.isSafe(image.hash));
        link.cutAfter({});
        REQUIRE(runsOver(link, zhang));
        REQUIRE(zhang.isSafe(image.hash));
    }
    for (std::uint64_t byte = 0; byte < answers; byte += 43) {
        CAPTURE(byte, answers);
        const AttachmentRef image = takesOne();
        breaks(zhang, {.down = byte}, image);
        link.cutAfter({});
        REQUIRE(runsOver(link, zhang));
        REQUIRE(zhang.isSafe(image.hash));
    }
    li.syncs();
    for (std::uint64_t byte = 0; byte < questions; byte += 29) {
        CAPTURE(byte, questions);
        const AttachmentRef image = takesOne();
        link.cutAfter({});
        REQUIRE(runsOver(link, zhang));
        li.syncs();
        breaks(li, {.up = byte}, image);
    }
    for (std::uint64_t byte = 0; byte < down; byte += byte < 1500 || byte > down - 600 ? 41 : 16'111) {
        CAPTURE(byte, down);
        const AttachmentRef image = takesOne();
        link.cutAfter({});
        REQUIRE(runsOver(link, zhang));
        li.syncs();
        breaks(li, {.down = byte}, image);
    }
    link.cutAfter({});
    REQUIRE(runsOver(link, li));
    for (const AttachmentRef& image : ok(li.attachments().named())) {
        REQUIRE(li.attachments().read(image.hash).ok());
        REQUIRE(li.attachments().read(image.thumbnail).ok());
    }
    CHECK(centre.counts().held == number);
}

}  // namespace qiaomen::tests
