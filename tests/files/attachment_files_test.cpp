// SPDX-License-Identifier: Apache-2.0
#include "shared/files/attachment_files.h"

#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "shared/files/durable_file.h"
#include "shared/files/sealed_bytes.h"
#include "tests/support/full_disk.h"
#include "tests/support/people.h"
#include "tests/support/temp_folder.h"

namespace qiaomen::tests {
namespace {

namespace fs = std::filesystem;

constexpr AttachmentKey kKey = {1, 2, 3};

std::string contentOf(std::size_t size, std::uint64_t seed = 1) {
    std::string content(size, '\0');
    seededRandom(seed)({reinterpret_cast<std::uint8_t*>(content.data()), content.size()});
    return content;
}

std::unique_ptr<AttachmentFiles> filesIn(const TempFolder& folder) {
    auto files = AttachmentFiles::open(folder / "east", kKey);
    REQUIRE(files);
    return *std::move(files);
}

/// Everything on the disk, by name, folders left out.
std::vector<std::string> namesIn(const TempFolder& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator(folder.path())) {
        if (entry.is_regular_file()) names.push_back(entry.path().filename().string());
    }
    return names;
}

void flip(const fs::path& file, std::uint64_t at) {
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekg(static_cast<std::streamoff>(at));
    const char byte = static_cast<char>(stream.get() ^ 1);
    stream.seekp(static_cast<std::streamoff>(at));
    stream.put(byte);
}

}  // namespace

TEST_CASE("A photo of any length is read back as it was, also after a restart", "[files]") {
    const TempFolder folder;
    auto files = filesIn(folder);
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{1}, std::size_t{1000}, std::size_t{kAttachmentChunk - 1},
          std::size_t{kAttachmentChunk}, std::size_t{kAttachmentChunk + 1}, std::size_t{3 * kAttachmentChunk}}) {
        CAPTURE(size);
        const std::string content = contentOf(size, size);
        const auto hash = files->put(content);
        REQUIRE(hash);
        CHECK(*files->read(*hash) == content);
        files = filesIn(folder);
        CHECK(*files->read(*hash) == content);
        CHECK(contentSize(fs::file_size(folder / ("east/" + hashText(*hash)))) == size);
    }
}

TEST_CASE("Nothing of a photo stands readable on the disk, and another key does not open it", "[files]") {
    const TempFolder folder;
    const std::string content = "\xff\xd8\xff" + std::string(50'000, 'Q');
    const Hash256 hash = *filesIn(folder)->put(content);
    CHECK(readWhole(folder / ("east/" + hashText(hash)))->find("QQQQ") == std::string::npos);
    auto strange = AttachmentFiles::open(folder / "east", AttachmentKey{9});
    REQUIRE(strange);
    CHECK((*strange)->read(hash).error().fault == Fault::broken);
}

TEST_CASE("A flipped byte anywhere in the file is found, and the photo counts as missing from then on", "[files]") {
    const TempFolder folder;
    const std::string content = contentOf(kAttachmentChunk + 500);
    const std::uint64_t sealed = seal(content, kKey, "").size();
    for (std::uint64_t at = 0; at < sealed; at += at < 64 ? 1 : 20'011) {
        CAPTURE(at);
        auto files = filesIn(folder);
        const Hash256 hash = *files->put(content);
        flip(folder / ("east/" + hashText(hash)), at);
        CHECK(files->read(hash).error().fault == Fault::broken);
        CHECK_FALSE(files->has(hash));
        CHECK(files->read(hash).error().fault == Fault::missing);
    }
}

TEST_CASE("A file that is cut short, goes on too long or stands under another's name does not open", "[files]") {
    const std::string sealed = seal(contentOf(2 * kAttachmentChunk), kKey, "name");
    CHECK(unseal(sealed, kKey, "name"));
    CHECK_FALSE(unseal(sealed, kKey, "another"));
    CHECK_FALSE(unseal(sealed + "x", kKey, "name"));
    for (const std::size_t size : {std::size_t{0}, std::size_t{3}, std::size_t{28}, std::size_t{45},
                                   std::size_t{28 + kAttachmentChunk + 17}, sealed.size() - 1}) {
        CAPTURE(size);
        CHECK_FALSE(unseal(std::string_view(sealed).substr(0, size), kKey, "name"));
    }
}

TEST_CASE("Chunks may come in any order and twice; together they are the photo, and then only the photo is there",
          "[files]") {
    const TempFolder folder;
    auto files = filesIn(folder);
    const std::string content = contentOf(2 * kAttachmentChunk + 10);
    const Hash256 hash = attachmentHash(content);
    const auto put = [&](std::uint64_t index) {
        const std::uint64_t offset = index * kAttachmentChunk;
        return files->putChunk(hash, content.size(), offset, std::string_view(content).substr(offset, kAttachmentChunk))
            .ok();
    };
    CHECK(put(2));
    CHECK(files->nextOffset(hash, content.size()) == 0);
    CHECK(files->assemble(hash, content.size()).error().fault == Fault::missing);
    CHECK(put(0));
    CHECK(put(0));
    files = filesIn(folder);
    CHECK(files->nextOffset(hash, content.size()) == kAttachmentChunk);
    CHECK(put(1));
    CHECK(files->nextOffset(hash, content.size()) == content.size());
    REQUIRE(files->assemble(hash, content.size()));
    CHECK(*files->read(hash) == content);
    CHECK(namesIn(folder) == std::vector{hashText(hash)});
}

TEST_CASE("A chunk at a wrong place or of a wrong length is refused", "[files]") {
    const TempFolder folder;
    auto files = filesIn(folder);
    const Hash256 hash = attachmentHash("x");
    const std::uint64_t size = kAttachmentChunk + 10;
    const auto faultAt = [&](std::uint64_t offset, std::size_t length) {
        return files->putChunk(hash, size, offset, std::string(length, 'x')).error().fault;
    };
    CHECK(faultAt(1, 10) == Fault::invalid);
    CHECK(faultAt(0, 10) == Fault::invalid);
    CHECK(faultAt(kAttachmentChunk, 11) == Fault::invalid);
    CHECK(faultAt(2 * kAttachmentChunk, 10) == Fault::invalid);
    CHECK(namesIn(folder).empty());
}

TEST_CASE("Chunks that do not make up the photo they were announced as are thrown away", "[files]") {
    const TempFolder folder;
    auto files = filesIn(folder);
    const Hash256 hash = attachmentHash("the real one");
    REQUIRE(files->putChunk(hash, 12, 0, "another one!"));
    CHECK(files->assemble(hash, 12).error().fault == Fault::invalid);
    CHECK(files->nextOffset(hash, 12) == 0);
    CHECK(namesIn(folder).empty());
    REQUIRE(files->putChunk(hash, 12, 0, "the real one"));
    REQUIRE(files->assemble(hash, 12));
    CHECK(*files->read(hash) == "the real one");
}

TEST_CASE("A chunk that the disk has damaged makes the photo come again, never a wrong photo", "[files]") {
    const TempFolder folder;
    auto files = filesIn(folder);
    const Hash256 hash = attachmentHash("the real one");
    REQUIRE(files->putChunk(hash, 12, 0, "the real one"));
    flip(folder / ("east/chunks/" + hashText(hash) + "-0"), 40);
    CHECK(files->assemble(hash, 12).error().fault == Fault::invalid);
    CHECK(files->nextOffset(hash, 12) == 0);
}

TEST_CASE("A disk that is full at any byte of a photo: told so, nothing half is left, and with room again it goes on",
          "[files][full]") {
    const TempFolder folder;
    auto files = filesIn(folder);
    const std::string content = contentOf(20'000);
    const Hash256 hash = attachmentHash(content);
    const std::uint64_t sealed = seal(content, kKey, "").size();
    for (std::uint64_t room = 0; room < sealed; room += 997) {
        CAPTURE(room);
        const FullDisk full(room);
        CHECK(files->put(content).error().fault == Fault::full);
        CHECK(files->putChunk(hash, content.size(), 0, content).error().fault == Fault::full);
        CHECK_FALSE(files->has(hash));
        CHECK(files->nextOffset(hash, content.size()) == 0);
        CHECK(namesIn(folder).empty());
    }
    REQUIRE(files->putChunk(hash, content.size(), 0, content));
    {
        const FullDisk full(100);
        CHECK(files->assemble(hash, content.size()).error().fault == Fault::full);
    }
    REQUIRE(files->assemble(hash, content.size()));
    CHECK(*files->read(hash) == content);
}

TEST_CASE("What was being written when the power went is gone after the restart, and what was there is there",
          "[files]") {
    const TempFolder folder;
    const Hash256 hash = *filesIn(folder)->put("kept");
    std::ofstream(folder / ("east/new/" + hashText(attachmentHash("half")))) << "hal";
    auto files = filesIn(folder);
    CHECK(namesIn(folder) == std::vector{hashText(hash)});
    CHECK(*files->read(hash) == "kept");
}

TEST_CASE("Chunks of an upload that nobody goes on with are forgotten, others are not", "[files]") {
    const TempFolder folder;
    auto files = filesIn(folder);
    const Hash256 hash = attachmentHash("the real one");
    REQUIRE(files->putChunk(hash, 12, 0, "the real one"));
    REQUIRE(files->dropChunksBefore(0));
    CHECK(files->nextOffset(hash, 12) == 12);
    REQUIRE(files->dropChunksBefore(std::int64_t{1} << 60));
    CHECK(files->nextOffset(hash, 12) == 0);
    CHECK(namesIn(folder).empty());
}

}  // namespace qiaomen::tests
