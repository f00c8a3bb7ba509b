// SPDX-License-Identifier: Apache-2.0
#include "shared/core/compression.h"

#include <rapidcheck.h>

#include <catch2/catch_test_macros.hpp>

using namespace qiaomen;

namespace {

std::string reasonOf(const Result<std::string>& bytes) { return bytes ? "taken" : bytes.error().message; }

}  // namespace

TEST_CASE("Law: every text comes out as it went in", "[compression][law]") {
    CHECK(rc::check([](const std::string& bytes) {
        const auto again = decompress(compress(bytes), bytes.size());
        RC_ASSERT(again.ok());
        RC_ASSERT(*again == bytes);
    }));
}

TEST_CASE("A morning's worth of the same becomes small", "[compression]") {
    std::string bytes;
    for (int i = 0; i < 10'000; ++i) bytes += "note=quiet status=open ";
    const std::string frame = compress(bytes);
    CHECK(frame.size() < bytes.size() / 100);
    CHECK(*decompress(frame, bytes.size()) == bytes);
}

TEST_CASE("A frame that would grow past the limit is refused before it grows", "[compression]") {
    const std::string bomb = compress(std::string(8'000'000, '\0'));
    CHECK(bomb.size() < 10'000);
    const auto bytes = decompress(bomb, 1'000'000);
    REQUIRE_FALSE(bytes.ok());
    CHECK(bytes.error().fault == Fault::invalid);
    CHECK(bytes.error().message == "not to be decompressed: it would be 8000000 bytes, and 1000000 are allowed");
}

TEST_CASE("A frame that lies about its size, or comes with company, is refused", "[compression]") {
    const std::string frame = compress(std::string(200, 'x'));
    CHECK(reasonOf(decompress(frame, 200)) == "taken");
    CHECK(reasonOf(decompress(frame + frame, 1000)) == "not to be decompressed: not exactly one whole frame");
    CHECK(reasonOf(decompress(frame + "x", 1000)) == "not to be decompressed: not exactly one whole frame");
    std::string larger = frame;
    larger[5] = static_cast<char>(larger[5] + 1);  // the content's size stands behind magic and descriptor
    CHECK_FALSE(decompress(larger, 1000).ok());
}

TEST_CASE("Every truncation of a frame is refused", "[compression]") {
    const std::string frame = compress("note=quiet status=open note=quiet status=open");
    for (std::size_t size = 0; size < frame.size(); ++size) CHECK_FALSE(decompress(frame.substr(0, size), 1000).ok());
}

TEST_CASE("Law: a flipped bit is noticed", "[compression][law]") {
    CHECK(rc::check([](const std::string& bytes) {
        std::string frame = compress(bytes);
        const auto at = *rc::gen::inRange<std::size_t>(0, frame.size());
        frame[at] = static_cast<char>(frame[at] ^ (1 << *rc::gen::inRange(0, 8)));
        const auto again = decompress(frame, 1'000'000);
        if (again) RC_ASSERT(*again == bytes);  // some bits of the header mean nothing
    }));
}

TEST_CASE("What is no frame is refused", "[compression]") {
    CHECK(reasonOf(decompress("", 1000)) == "not to be decompressed: not a zstd frame");
    CHECK(reasonOf(decompress("<!DOCTYPE html>", 1000)) == "not to be decompressed: not a zstd frame");
}
