// SPDX-License-Identifier: Apache-2.0
#include "shared/core/bytes.h"

#include <rapidcheck.h>

#include <catch2/catch_test_macros.hpp>
#include <limits>

using namespace qiaomen;

TEST_CASE("Law: every number is read as it was written", "[bytes][law]") {
    CHECK(rc::check([](std::uint64_t number, std::int64_t integer, const std::string& text) {
        ByteWriter out;
        out.varint(number);
        out.zigzag(integer);
        out.fixed64(number);
        out.text(text);
        ByteReader in(out.bytes());
        RC_ASSERT(in.varint() == number);
        RC_ASSERT(in.zigzag() == integer);
        RC_ASSERT(in.fixed64() == number);
        RC_ASSERT(in.text() == text);
        in.finish();
    }));
}

TEST_CASE("Small numbers of either sign take one byte, the largest ten", "[bytes]") {
    const auto size = [](std::int64_t number) {
        ByteWriter out;
        out.zigzag(number);
        return out.bytes().size();
    };
    CHECK(size(0) == 1);
    CHECK(size(-64) == 1);
    CHECK(size(63) == 1);
    CHECK(size(64) == 2);
    CHECK(size(std::numeric_limits<std::int64_t>::max()) == 10);
    CHECK(size(std::numeric_limits<std::int64_t>::min()) == 10);
}

TEST_CASE("A number of more than 64 bits is refused", "[bytes]") {
    const std::string tooLong(10, '\xff');
    CHECK_THROWS_AS(ByteReader(tooLong).varint(), Malformed);
    const std::string tooLarge = std::string(9, '\xff') + '\x02';
    CHECK_THROWS_AS(ByteReader(tooLarge).varint(), Malformed);
    const std::string largest = std::string(9, '\xff') + '\x01';
    CHECK(ByteReader(largest).varint() == std::numeric_limits<std::uint64_t>::max());
}

TEST_CASE("Nothing is read past the end", "[bytes]") {
    CHECK_THROWS_AS(ByteReader("").byte(), Malformed);
    CHECK_THROWS_AS(ByteReader("\x80").varint(), Malformed);
    CHECK_THROWS_AS(ByteReader("1234567").fixed64(), Malformed);
    CHECK_THROWS_AS(ByteReader("\x05"
                               "four")
                        .text(),
                    Malformed);
    CHECK_THROWS_AS(ByteReader("123456789012345").id<RecordKind>(), Malformed);
}

TEST_CASE("A list longer than the bytes that are left is refused before room is made for it", "[bytes]") {
    const std::string bytes(
        "\x03"
        "abcdef");
    CHECK(ByteReader(bytes).count(2) == 3);
    CHECK_THROWS_AS(ByteReader(bytes).count(3), Malformed);
}

TEST_CASE("Bytes that were not expected are refused", "[bytes]") {
    ByteReader in("ab");
    (void)in.byte();
    CHECK_THROWS_AS(in.finish(), Malformed);
    (void)in.byte();
    CHECK_NOTHROW(in.finish());
}
