// SPDX-License-Identifier: Apache-2.0
#include "shared/core/attachment.h"

#include <rapidcheck.h>
#include <catch2/catch_test_macros.hpp>

#include "shared/core/attachment_wire.h"
#include "shared/domain/photo.h"
#include "tests/support/people.h"

using namespace qiaomen;
using namespace qiaomen::tests;

namespace {

AttachmentRef aPhoto() {
    return {.type = "image/jpeg",
            .size = 400'000,
            .hash = attachmentHash("the photo"),
            .thumbnail = attachmentHash("the thumbnail"),
            .thumbnailSize = 12'000};
}

}  // namespace

TEST_CASE("What a field says of an attachment is read back as it was written", "[attachment]") {
    const AttachmentRef photo = aPhoto();
    CHECK(print(photo) == "image/jpeg 400000 " + hashText(photo.hash) + " " + hashText(photo.thumbnail) + " 12000");
    CHECK(*parseAttachment(print(photo)) == photo);
    AttachmentRef paper{.type = "application/pdf", .size = 1, .hash = attachmentHash("a paper")};
    CHECK(*parseAttachment(print(paper)) == paper);
}

TEST_CASE("Whatever text somebody sends, it is an attachment in its one way of writing or none at all",
          "[attachment]") {
    CHECK(rc::check([](const std::string& text) {
        const auto parsed = parseAttachment(text);
        RC_ASSERT((!parsed || print(*parsed) == text));
    }));
    CHECK(rc::check("one letter changed", [] {
        std::string text = print(aPhoto());
        text[*rc::gen::inRange<std::size_t>(0, text.size())] = *rc::gen::character<char>();
        const auto parsed = parseAttachment(text);
        RC_ASSERT((!parsed || print(*parsed) == text));
    }));
}

TEST_CASE("An attachment of a wrong type, size or hash does not get into a record", "[attachment]") {
    const Field& image = *photo.find("image");
    AttachmentRef good = aPhoto();
    CHECK_FALSE(check(image, print(good)));
    const auto isRefused = [&](auto&& spoil) {
        AttachmentRef bad = aPhoto();
        spoil(bad);
        return check(image, print(bad)).has_value();
    };
    CHECK(isRefused([](AttachmentRef& bad) { bad.type = "text/html"; }));
    CHECK(isRefused([](AttachmentRef& bad) { bad.size = 0; }));
    CHECK(isRefused([](AttachmentRef& bad) { bad.size = kMaxAttachmentBytes + 1; }));
    CHECK(isRefused([](AttachmentRef& bad) { bad.thumbnailSize = kMaxThumbnailBytes + 1; }));
    CHECK(check(image, "image/jpeg 5 not-a-hash"));
    CHECK(check(image, print(good) + " "));
}

TEST_CASE("The content must begin as its type says", "[attachment]") {
    CHECK(beginsAs("image/jpeg", "\xff\xd8\xff\xe0 and so on"));
    CHECK_FALSE(beginsAs("image/jpeg", "<html>"));
    CHECK_FALSE(beginsAs("text/html", "<html>"));
}

TEST_CASE("A receipt for a photo is the centre's, for this photo in this grid, and for nothing else", "[attachment]") {
    const KeyPair centre = makeKeyPair(seededRandom(1));
    AttachmentReceipt receipt{.grid = gridId(1), .hash = attachmentHash("a"), .size = 1, .atMs = kMorning};
    sign(receipt, centre.secretKey);
    CHECK(isSignedBy(receipt, centre.publicKey));
    CHECK_FALSE(isSignedBy(receipt, makeKeyPair(seededRandom(2)).publicKey));
    const auto isStillSigned = [&](auto&& forge) {
        AttachmentReceipt forged = receipt;
        forge(forged);
        return isSignedBy(forged, centre.publicKey);
    };
    CHECK_FALSE(isStillSigned([](AttachmentReceipt& forged) { forged.grid = gridId(2); }));
    CHECK_FALSE(isStillSigned([](AttachmentReceipt& forged) { forged.hash = attachmentHash("b"); }));
    CHECK_FALSE(isStillSigned([](AttachmentReceipt& forged) { forged.size = 2; }));
    CHECK_FALSE(isStillSigned([](AttachmentReceipt& forged) { ++forged.atMs; }));
}

TEST_CASE("Each grid's attachments have a key of their own", "[attachment]") {
    std::array<std::uint8_t, 32> database{1, 2, 3}, another{1, 2, 4};
    CHECK(attachmentKey(database, gridId(1)) == attachmentKey(database, gridId(1)));
    CHECK(attachmentKey(database, gridId(1)) != attachmentKey(database, gridId(2)));
    CHECK(attachmentKey(database, gridId(1)) != attachmentKey(another, gridId(1)));
    CHECK(attachmentKey(database, gridId(1)) != database);
}

TEST_CASE("Messages about attachments are read back as they were written", "[attachment]") {
    const KeyPair centre = makeKeyPair(seededRandom(1));
    AttachmentReceipt receipt{.grid = gridId(1), .hash = attachmentHash("a"), .size = 7, .atMs = kMorning};
    sign(receipt, centre.secretKey);
    const AttachmentStates states{
        .attachments = {{.hash = receipt.hash, .kind = AttachmentState::Kind::held, .receipt = receipt},
                        {.hash = attachmentHash("b"), .kind = AttachmentState::Kind::wanted, .offset = kAttachmentChunk},
                        {.hash = attachmentHash("c")}},
        .missing = {{attachmentHash("d"), 4}}};
    CHECK(*readAttachmentStates(toJson(states), gridId(1)) == states);
    CHECK(*readAttachmentState(toJson(states.attachments[1]), gridId(1)) == states.attachments[1]);
    CHECK(*readAttachmentQuestion(attachmentQuestion({receipt.hash})) == std::vector{receipt.hash});
}

TEST_CASE("Nonsense about attachments is refused with a reason", "[attachment]") {
    for (const char* text : {"", "[]", "{", R"({"hashes": 1})", R"({"hashes": ["00"]})", R"({"hashes": [{}]})"}) {
        INFO(text);
        CHECK(readAttachmentQuestion(text).error().fault == Fault::invalid);
        CHECK(readAttachmentStates(text, gridId(1)).error().fault == Fault::invalid);
        CHECK(readAttachmentState(text, gridId(1)).error().fault == Fault::invalid);
    }
}
