// SPDX-License-Identifier: Apache-2.0
#include "shared/core/codec.h"

#include <rapidcheck.h>

#include <catch2/catch_test_macros.hpp>
#include <limits>

#include "tests/support/generators.h"
#include "tests/support/people.h"

using namespace qiaomen;
using namespace qiaomen::tests;

TEST_CASE("Law: every value is decoded as it was encoded", "[codec][law]") {
    CHECK(rc::check([] {
        const Value value = *anyValue();
        ByteWriter out;
        encodeValue(value, out);
        ByteReader in(out.bytes());
        RC_ASSERT(decodeValue(in) == value);
        RC_ASSERT(in.atEnd());
    }));
}

TEST_CASE("Law: every change's body is decoded as it was encoded, and encodes to the same bytes again",
          "[codec][law]") {
    CHECK(rc::check([] {
        const Change change = *anyChange();
        const std::string body = encodeBody(change);
        const auto again = decodeBody(body, change.stamp, change.number);
        RC_ASSERT(again.ok());
        RC_ASSERT(*again == change);
        RC_ASSERT(encodeBody(*again) == body);
    }));
}

TEST_CASE("Law: a damaged body is refused or decoded, never more", "[codec][law]") {
    CHECK(rc::check([] {
        std::string body = encodeBody(*anyChange());
        body[*rc::gen::inRange<std::size_t>(0, body.size())] = *rc::gen::arbitrary<char>();
        const auto change = decodeBody(body, {logicalTime(kMorning), alice}, 1);
        if (change) RC_ASSERT(decodeBody(encodeBody(*change), change->stamp, 1).ok());
    }));
}

TEST_CASE("Every truncation of a body is refused", "[codec]") {
    FakeClock wall;
    Worker phone(alice, wall);
    const Change change = phone.edits({{"note", "quiet"}, {"minutes", 20}, {"share", 0.5}, {"household", recordId(3)}});
    const std::string body = encodeBody(change);
    for (std::size_t size = 0; size < body.size(); ++size) {
        CHECK_FALSE(decodeBody(std::string_view(body).substr(0, size), change.stamp, 1).ok());
    }
}

TEST_CASE("A first write spends no byte on bases", "[codec]") {
    Change change{
        .collection = visits().number(), .record = recordId(1), .stamp = {logicalTime(kMorning), alice}, .number = 1};
    change.writes = {{visits().status, "done", {}}, {visits().minutes, 20, {}}};
    // flags, collection, record, count; head, length, "done"; head, 20
    CHECK(encodeBody(change).size() == 1 + 1 + 16 + 1 + (1 + 1 + 4) + (1 + 1));
}

TEST_CASE("A base of the own device is a short distance, the same base again one byte", "[codec]") {
    FakeClock wall;
    Worker phone(alice, wall);
    phone.edits({{"status", "open"}, {"minutes", 1}});
    wall.advance(1000);
    const std::string body = encodeBody(phone.edits({{"status", "done"}, {"minutes", 2}}));
    // as above, and 1000 ms << 16 as a varint of four bytes behind its form
    CHECK(body.size() == 1 + 1 + 16 + 1 + (1 + 1 + 4) + (1 + 4) + (1 + 1) + 1);
}

TEST_CASE("Only what was stamped anew says when it was saved, in eight bytes", "[codec]") {
    Change change{
        .collection = visits().number(), .record = recordId(1), .stamp = {logicalTime(kMorning), alice}, .number = 1};
    change.writes = {{visits().status, "done", {}}};
    const std::size_t usual = encodeBody(change).size();
    change.savedTime = logicalTime(kMorning + 3'600'000);
    const std::string body = encodeBody(change);
    CHECK(body.size() == usual + 8);
    CHECK(decodeBody(body, change.stamp, 1)->savedTime == change.savedTime);
    CHECK(decodeBody(body, {change.savedTime, alice}, 1).error().message ==
          "a change was stamped anew with the same stamp");
}

TEST_CASE("What no honest program writes is refused with its reason", "[codec]") {
    const Stamp stamp{logicalTime(kMorning), alice};
    const auto reason = [&](const std::string& writes, char flags = 4) {
        ByteWriter out;
        out.byte(static_cast<std::uint8_t>(flags));
        out.varint(7);
        out.id(recordId(1));
        out.raw(writes);
        const auto change = decodeBody(out.bytes(), stamp, 1);
        return change ? std::string("taken") : change.error().message;
    };
    const std::string one(1, '\1');
    CHECK(reason(one + '\x08') == "taken");
    CHECK(reason("\2\x08\x08") == "field 1 is written twice");
    CHECK(reason(one + '\x00') == "field number 0 is out of range");
    CHECK(reason(one + "\x80\x80\x02") == "field number 4096 is out of range");
    CHECK(reason(one + '\x0f') == "a value is of unknown kind 7");
    CHECK(reason(one + "\x09\x02", 5) == "a removal carries a value");
    CHECK(reason(std::string(1, '\0'), 7) == "a removal cannot restore");
    CHECK(reason(std::string(1, '\0'), 16) == "a change has unknown flags");
    CHECK(reason(one + "\x08\x09", 0) == "a base is of an unknown form");
    CHECK(reason(one + "\x08\x02" + std::string("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"), 0) ==
          "a base is earlier than time itself");
    CHECK(reason(std::string(1, '\0') + 'x') == "there are 1 bytes too many");
    CHECK(reason(one + '\x0a' + std::string("\x7f\xf8\0\0\0\0\0\0", 8)) == "a real is not a finite number");
    CHECK(reason(one + '\x0a' + std::string("\x7f\xf0\0\0\0\0\0\0", 8)) == "a real is not a finite number");
}
