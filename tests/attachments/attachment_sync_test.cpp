// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <future>

#include "shared/client/attachment_loop.h"
#include "tests/attachments/attachment_story.h"
#include "tests/support/full_disk.h"

namespace qiaomen::tests {
namespace {

constexpr std::size_t kPhoto = 2 * kAttachmentChunk + 1000;
constexpr std::size_t kSmall = 9'000;
constexpr std::int64_t kDay = std::int64_t{24} * 3600 * 1000;

std::string bigPhoto(std::uint64_t number) { return jpeg(kPhoto, number); }
std::string thumbnailOf(std::uint64_t number) { return jpeg(kSmall, number + 1000); }

/// The clock of the stories stands still while files carry the machine's own time: this is as if the photos had been put today.
struct Street {
    Street() { centre.clock().set(systemNow()); }
    static std::int64_t systemNow() { return machineClock()(); }
    PhotoCentre centre;
    PhotoPhone zhang{centre, alice, "张敏"};
    PhotoPhone li{centre, bob, "李强"};

    AttachmentRef aPhotoOfZhangsAtTheCentre() {
        const RecordId record = zhang.photographs(bigPhoto(1), thumbnailOf(1));
        zhang.syncs();
        zhang.carries();
        return zhang.image(record);
    }
};

}  // namespace

TEST_CASE("A photo of a blocked passage reaches the neighbour's phone, and is safe only with the centre's receipt",
          "[attachments]") {
    Street street;
    auto& [centre, zhang, li] = street;
    const RecordId record = zhang.photographs(bigPhoto(1), thumbnailOf(1));
    const AttachmentRef image = zhang.image(record);
    CHECK_FALSE(zhang.isSafe(image.hash));
    zhang.syncs();
    const AttachmentReport report = zhang.carries();
    CHECK(report.sent == 2);
    CHECK(report.receipts == 2);
    CHECK(zhang.isSafe(image.hash));
    CHECK(zhang.isSafe(image.thumbnail));

    li.syncs();
    CHECK(li.image(record) == image);
    CHECK_FALSE(li.has(image.hash));
    const AttachmentReport his = li.carries();
    CHECK(his.fetched == 2);
    CHECK(his.receipts == 2);  // what came from the centre is safe there
    CHECK(ok(li.attachments().standing()).onlyHere == 0);
    CHECK(ok(li.attachments().read(image.hash)) == bigPhoto(1));
    CHECK(ok(li.attachments().read(image.thumbnail)) == thumbnailOf(1));
}

TEST_CASE("The receipt is still there after a restart, and a forged one counts for nothing", "[attachments]") {
    Street street;
    auto& [centre, zhang, li] = street;
    const AttachmentRef image = street.aPhotoOfZhangsAtTheCentre();
    zhang.restart();
    CHECK(zhang.isSafe(image.hash));
    CHECK(zhang.carries().sent == 0);

    AttachmentReceipt forged{.grid = gridId(1), .hash = image.hash, .size = image.size, .atMs = kMorning};
    sign(forged, makeKeyPair(seededRandom(5)).secretKey);
    CHECK(zhang.attachments().keepReceipt(forged).error().fault == Fault::refused);
    flipByte(zhang.fileOf(image.hash).parent_path() / "receipts" / hashText(image.hash), 20);
    zhang.restart();
    CHECK_FALSE(zhang.isSafe(image.hash));
    CHECK(zhang.carries().receipts == 1);
    CHECK(zhang.isSafe(image.hash));
}

TEST_CASE("Records go first: a photo whose record has not arrived is not taken in, and goes when it has",
          "[attachments]") {
    Street street;
    auto& [centre, zhang, li] = street;
    zhang.photographs(bigPhoto(1), thumbnailOf(1));
    CHECK(zhang.carries().sent == 0);
    CHECK(zhang.way().sent.empty());
    zhang.syncs();
    CHECK(zhang.carries().sent == 2);
}

TEST_CASE("Every thumbnail travels before any original, up and down", "[attachments]") {
    Street street;
    auto& [centre, zhang, li] = street;
    std::set<Hash256> thumbnails;
    for (std::uint64_t number = 1; number <= 4; ++number)
        thumbnails.insert(zhang.image(zhang.photographs(bigPhoto(number), thumbnailOf(number))).thumbnail);
    const auto thumbnailsComeFirst = [&](const std::vector<Hash256>& chunks) {
        std::size_t leading = 0;
        while (leading < chunks.size() && thumbnails.contains(chunks[leading])) ++leading;
        return leading == 4 && chunks.size() == 4 + 4 * 3;
    };
    zhang.syncs();
    zhang.carries();
    CHECK(thumbnailsComeFirst(zhang.way().sent));
    li.syncs();
    li.carries();
    CHECK(thumbnailsComeFirst(li.way().fetched));
}

TEST_CASE("On mobile data no original moves unless somebody asks for it; thumbnails do", "[attachments]") {
    Street street;
    auto& [centre, zhang, li] = street;
    const AttachmentRef first = zhang.image(zhang.photographs(bigPhoto(1), thumbnailOf(1)));
    const AttachmentRef second = zhang.image(zhang.photographs(bigPhoto(2), thumbnailOf(2)));
    zhang.syncs();
    AttachmentReport report = zhang.carries(Network::metered);
    CHECK(report.sent == 2);
    CHECK(report.waiting == 2);
    CHECK(zhang.isSafe(first.thumbnail));
    CHECK_FALSE(zhang.isSafe(first.hash));

    zhang.sync().ask(first.hash);
    report = zhang.carries(Network::metered);
    CHECK(report.sent == 1);
    CHECK(zhang.isSafe(first.hash));
    CHECK_FALSE(zhang.isSafe(second.hash));
    CHECK(zhang.carries().sent == 1);

    li.syncs();
    CHECK(li.carries(Network::metered).fetched == 2);
    CHECK_FALSE(li.has(second.hash));
    li.sync().ask(second.hash);
    CHECK(li.carries(Network::metered).fetched == 1);
    CHECK(li.has(second.hash));
    CHECK_FALSE(li.has(first.hash));
}

TEST_CASE("The same photo from two phones is stored once, and the second phone sends nothing", "[attachments]") {
    Street street;
    auto& [centre, zhang, li] = street;
    zhang.photographs(bigPhoto(1), thumbnailOf(1));
    const RecordId again = li.photographs(bigPhoto(1), thumbnailOf(1));
    zhang.syncs();
    li.syncs();
    zhang.carries();
    CHECK(li.carries().receipts == 2);
    CHECK(li.way().sent.empty());
    CHECK(li.isSafe(li.image(again).hash));
    CHECK(centre.counts().held == 2);
    CHECK(centre.counts().bytes == kPhoto + kSmall);
}

TEST_CASE("After a cut the photo goes on at the chunk where it was, up and down, also after a restart of both sides",
          "[attachments]") {
    Street street;
    auto& [centre, zhang, li] = street;
    const AttachmentRef image = zhang.image(zhang.photographs(bigPhoto(1), thumbnailOf(1)));
    zhang.syncs();
    zhang.way().chunksUntilCut = 3;
    CHECK(zhang.sync().run(Network::unmetered).error().fault == Fault::offline);
    CHECK(zhang.way().sent.size() == 3);
    CHECK_FALSE(zhang.isSafe(image.hash));
    centre.restart();
    zhang.restart();
    CHECK(zhang.carries().sent == 1);
    CHECK(zhang.way().sent.size() == 1);
    CHECK(zhang.isSafe(image.hash));

    li.restart();
    li.syncs();
    li.way().chunksUntilCut = 2;
    CHECK(li.sync().run(Network::unmetered).error().fault == Fault::offline);
    CHECK(li.attachments().placeOf(image.hash, image.size).bytesHere == kAttachmentChunk);
    centre.restart();
    li.restart();
    CHECK(li.carries().fetched == 1);
    CHECK(li.way().fetched.size() == 2);
    CHECK(ok(li.attachments().read(image.hash)) == bigPhoto(1));
}

TEST_CASE("Progress counts down to nothing, in pieces and in bytes", "[attachments]") {
    Street street;
    auto& [centre, zhang, li] = street;
    zhang.photographs(bigPhoto(1), thumbnailOf(1));
    zhang.syncs();
    zhang.carries();
    REQUIRE_FALSE(zhang.progress().empty());
    const AttachmentProgress first = zhang.progress().front(), last = zhang.progress().back();
    CHECK(first.bytesTotal == kPhoto + kSmall);
    CHECK(first.originalsLeft == 1);
    CHECK(last.bytesDone == last.bytesTotal);
    CHECK(last.thumbnailsLeft + last.originalsLeft == 0);
    for (std::size_t n = 1; n < zhang.progress().size(); ++n)
        CHECK(zhang.progress()[n].bytesDone >= zhang.progress()[n - 1].bytesDone);
}

TEST_CASE("A byte flips on the phone: the photo is not shown wrong, and is fetched again", "[attachments]") {
    Street street;
    auto& [centre, zhang, li] = street;
    const AttachmentRef image = street.aPhotoOfZhangsAtTheCentre();
    flipByte(zhang.fileOf(image.hash), 300'000);
    CHECK(zhang.attachments().read(image.hash).error().fault == Fault::broken);
    CHECK(zhang.carries().fetched == 1);
    CHECK(ok(zhang.attachments().read(image.hash)) == bigPhoto(1));
}

TEST_CASE("A byte flips at the centre: it is found, told as missing, and a phone that has the photo sends it again",
          "[attachments]") {
    Street street;
    auto& [centre, zhang, li] = street;
    const AttachmentRef image = street.aPhotoOfZhangsAtTheCentre();
    flipByte(centre.fileOf(image.hash), 300'000);
    li.syncs();
    const AttachmentReport report = li.carries();
    CHECK(report.fetched == 1);
    REQUIRE(report.problems.size() == 1);
    CHECK(report.problems.front().fault == Fault::missing);
    CHECK(centre.counts().missing == 1);
    CHECK(centre.metrics().find("qiaomen_attachments_damaged_total 1\n") != std::string::npos);

    CHECK(zhang.carries().sent == 0);  // nothing to do as far as it knows; it asks once an hour
    centre.clock().advance(std::int64_t{3600} * 1000);
    CHECK(zhang.carries().sent == 1);
    CHECK(centre.counts().missing == 0);
    CHECK(li.carries().fetched == 1);
    CHECK(ok(li.attachments().read(image.hash)) == bigPhoto(1));
}

TEST_CASE("A check at the centre reads everything and finds what is damaged", "[attachments]") {
    Street street;
    auto& [centre, zhang, li] = street;
    const AttachmentRef image = street.aPhotoOfZhangsAtTheCentre();
    CHECK(ok(centre.folder().attachments().check(gridId(1))) == 0);
    flipByte(centre.fileOf(image.thumbnail), 100);
    CHECK(ok(centre.folder().attachments().check(gridId(1))) == 1);
    CHECK(centre.counts().missing == 1);
}

TEST_CASE("A centre set back to before the photos is filled again by the phones, the author's or the neighbour's",
          "[attachments]") {
    Street street;
    auto& [centre, zhang, li] = street;
    const AttachmentRef image = street.aPhotoOfZhangsAtTheCentre();
    li.syncs();
    li.carries();
    std::filesystem::remove(centre.fileOf(image.hash));
    std::filesystem::remove(centre.fileOf(image.thumbnail));
    centre.restart();
    li.restart();
    CHECK(li.carries().sent == 2);
    CHECK(centre.counts().missing == 0);
    CHECK(li.isSafe(image.hash));
}

TEST_CASE("A photo that only the centre's records know of waits for whoever has it, and troubles nobody",
          "[attachments]") {
    Street street;
    auto& [centre, zhang, li] = street;
    zhang.photographs(bigPhoto(1), thumbnailOf(1));
    zhang.syncs();
    li.syncs();
    const AttachmentReport report = li.carries();
    CHECK(report.absent.size() == 2);
    CHECK(report.problems.empty());
    CHECK(li.way().fetched.empty());
    CHECK(centre.counts().missing == 2);
}

TEST_CASE("A deleted photo leaves the phone only after its receipt and that of the deletion", "[attachments]") {
    Street street;
    auto& [centre, zhang, li] = street;
    const RecordId record = zhang.photographs(bigPhoto(1), thumbnailOf(1));
    const AttachmentRef image = zhang.image(record);
    zhang.syncs();
    centre.clock().advance(2 * kDay);
    SECTION("deleted after it was safe: it stays until the deletion is") {
        zhang.carries();
        zhang.deletes(record);
        CHECK(zhang.carries().removed == 0);
        CHECK(zhang.has(image.hash));
        zhang.syncs();
        CHECK(zhang.carries().removed == 2);
        CHECK_FALSE(zhang.has(image.hash));
        CHECK_FALSE(zhang.isSafe(image.hash));
    }
    SECTION("deleted before it went up: it stays until the centre says that it wants it no more") {
        zhang.deletes(record);
        CHECK(zhang.carries(Network::metered).removed == 0);
        zhang.syncs();
        CHECK(zhang.carries().removed == 2);
        CHECK(centre.counts().held <= 1);  // the thumbnail may have gone up while the centre knew no better
    }
    SECTION("not deleted: it stays, however old and safe") {
        zhang.carries();
        centre.clock().advance(1000 * kDay);
        CHECK(zhang.carries().removed == 0);
        CHECK(zhang.has(image.hash));
    }
}

TEST_CASE("A photo in a form that is open, or in a draft, is not garbage", "[attachments]") {
    Street street;
    auto& [centre, zhang, li] = street;
    const AttachmentRef image = ok(zhang.attachments().put("image/jpeg", bigPhoto(1), thumbnailOf(1)));
    CHECK(zhang.carries().removed == 0);
    ok(zhang.records().keepDraft("hazard", "{\"photo\":\"" + print(image) + "\"}"));
    centre.clock().advance(30 * kDay);
    CHECK(zhang.carries().removed == 0);
    ok(zhang.records().dropDraft("hazard"));
    CHECK(zhang.carries().removed == 2);
}

TEST_CASE("A photo of a refused record stays, because somebody has yet to deal with it", "[attachments]") {
    // The phone's program lets a photo without its stage pass; the centre does not.
    class LaxPhotos : public Collection {
    public:
        LaxPhotos() : Collection(20, "photo", Nature::reg, {"Photo", "照片"}) {
            for (Field field : photo.fields()) {
                field.required = false;
                add(field);
            }
        }
    };
    const LaxPhotos lax;
    const std::array<const Collection*, 2> all = {&hazard, &lax};
    Street street;
    PhotoPhone wang(street.centre, carol, "王芳", all);
    const AttachmentRef image = ok(wang.attachments().put("image/jpeg", bigPhoto(1), thumbnailOf(1)));
    ok(wang.records().save(
        {photo.number(),
         newRecord(),
         {{photo.hazard, newRecord()}, {photo.image, print(image)}, {photo.takenAt, wang.records().nowMs()}}}));
    wang.syncs();
    REQUIRE(ok(wang.records().rescueQueue()).size() == 1);
    street.centre.clock().advance(10 * kDay);
    wang.syncs();
    CHECK(wang.carries().removed == 0);
    CHECK(wang.has(image.hash));
}

TEST_CASE("At the centre, what no record names goes after thirty days, and not if a record comes to name it again",
          "[attachments]") {
    Street street;
    auto& [centre, zhang, li] = street;
    const RecordId record = zhang.photographs(bigPhoto(1), thumbnailOf(1));
    const RecordId other = zhang.photographs(bigPhoto(2), thumbnailOf(2));
    zhang.syncs();
    zhang.carries();
    zhang.deletes(record);
    zhang.deletes(other);
    zhang.syncs();
    Attachments& attachments = centre.folder().attachments();
    CHECK(centre.counts().garbage == 4);
    ok(attachments.collect(gridId(1)));
    centre.clock().advance(29 * kDay);
    li.photographs(bigPhoto(2), thumbnailOf(2));
    li.syncs();
    ok(attachments.collect(gridId(1)));
    CHECK(centre.counts().held == 4);
    centre.clock().advance(2 * kDay);
    ok(attachments.collect(gridId(1)));
    CHECK(centre.counts().held == 2);
    CHECK(centre.counts().garbage == 0);
    CHECK(centre.counts().missing == 0);
}

TEST_CASE("The centre's disk is full when the last chunk has come: the photo becomes whole when there is room again",
          "[attachments][full]") {
    Street street;
    auto& [centre, zhang, li] = street;
    const AttachmentRef image = zhang.image(zhang.photographs(bigPhoto(1), thumbnailOf(1)));
    zhang.syncs();
    {
        const FullDisk full(kAttachmentChunk + 1000);  // a chunk fits, the whole does not
        CHECK(zhang.sync().run(Network::unmetered).error().fault == Fault::offline);
    }
    CHECK_FALSE(zhang.isSafe(image.hash));
    const AttachmentReport report = zhang.carries();
    CHECK(report.problems.empty());
    CHECK(zhang.isSafe(image.hash));
    CHECK(centre.counts().missing == 0);
}

TEST_CASE("The phone's disk is full in the middle of a photo: told so, and with room again it goes on",
          "[attachments][full]") {
    Street street;
    auto& [centre, zhang, li] = street;
    const AttachmentRef image = street.aPhotoOfZhangsAtTheCentre();
    li.syncs();
    for (const rlim_t room : {rlim_t{100}, rlim_t{100'000}, rlim_t{kAttachmentChunk + 1000}}) {
        const FullDisk full(room);
        CHECK(li.sync().run(Network::unmetered).error().fault == Fault::full);
        CHECK_FALSE(li.has(image.hash));
        CHECK(li.attachments().put("image/jpeg", bigPhoto(2)).error().fault == Fault::full);
    }
    CHECK(li.carries().fetched == 1);
    CHECK(ok(li.attachments().read(image.hash)) == bigPhoto(1));
}

TEST_CASE("Without anything to do, no question is asked but one an hour", "[attachments]") {
    Street street;
    auto& [centre, zhang, li] = street;
    zhang.photographs(bigPhoto(1), thumbnailOf(1));
    zhang.syncs();
    zhang.carries();
    const int questions = zhang.way().questions;
    for (int round = 0; round < 20; ++round) zhang.carries();
    CHECK(zhang.way().questions == questions);
    centre.clock().advance(std::int64_t{3600} * 1000);
    zhang.carries();
    CHECK(zhang.way().questions == questions + 1);
}

TEST_CASE("The loop moves photos when it is woken, and stops in the middle of one when the app ends", "[attachments]") {
    Street street;
    auto& [centre, zhang, li] = street;
    const AttachmentRef image = zhang.image(zhang.photographs(bigPhoto(1), thumbnailOf(1)));
    zhang.syncs();
    HttpAttachmentWay way(zhang.options());
    {
        std::promise<void> firstChunk;
        bool isFirst = true;
        AttachmentLoop loop(way, {&zhang.attachments()}, [&](const AttachmentsState& state) {
            if (state.progress.bytesDone > 0 && std::exchange(isFirst, false)) firstChunk.set_value();
        });
        loop.start();
        loop.wake(Network::unmetered);
        firstChunk.get_future().wait();
    }
    std::promise<AttachmentsState> done;
    AttachmentLoop loop(way, {&zhang.attachments()}, [&](const AttachmentsState& state) {
        if (!state.isMoving && !state.error) done.set_value(state);
    });
    loop.start();
    loop.wake(Network::unmetered);
    CHECK(done.get_future().get().progress.originalsLeft == 0);
    CHECK(zhang.isSafe(image.hash));
}

TEST_CASE("What is not a photo or a paper, or too large, is not put", "[attachments]") {
    Street street;
    AttachmentStore& store = street.zhang.attachments();
    CHECK(store.put("text/html", "<html>").error().fault == Fault::invalid);
    CHECK(store.put("image/jpeg", "<html>").error().fault == Fault::invalid);
    CHECK(store.put("image/jpeg", "").error().fault == Fault::invalid);
    CHECK(store.put("image/jpeg", jpeg(kMaxAttachmentBytes + 1, 1)).error().fault == Fault::invalid);
    CHECK(store.put("image/jpeg", bigPhoto(1), jpeg(kMaxThumbnailBytes + 1, 1)).error().fault == Fault::invalid);
    CHECK(store.unreceipted().empty());
}

}  // namespace qiaomen::tests
