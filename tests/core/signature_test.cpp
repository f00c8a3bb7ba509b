// SPDX-License-Identifier: Apache-2.0
#include "shared/core/signature.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/core/codec.h"
#include "tests/support/people.h"

using namespace qiaomen;
using namespace qiaomen::tests;

namespace {

Receipt someReceipt() {
    return {
        .grid = gridId(1), .device = alice, .lastNumber = 17, .head = {7, 120}, .chain = {1, 2, 3}, .atMs = kMorning};
}

}  // namespace

TEST_CASE("The centre's receipt is told from a forgery", "[signature]") {
    const KeyPair centre = makeKeyPair(seededRandom(1));
    Receipt receipt = someReceipt();
    CHECK_FALSE(isSignedBy(receipt, centre.publicKey));
    sign(receipt, centre.secretKey);
    CHECK(isSignedBy(receipt, centre.publicKey));
    CHECK_FALSE(isSignedBy(receipt, makeKeyPair(seededRandom(2)).publicKey));

    SECTION("for another grid") { receipt.grid = gridId(2); }
    SECTION("for another device") { receipt.device = bob; }
    SECTION("for one change more") { ++receipt.lastNumber; }
    SECTION("of another history") { ++receipt.head.epoch; }
    SECTION("of a longer log") { ++receipt.head.seq; }
    SECTION("of another log") { ++receipt.chain[31]; }
    SECTION("of another hour") { receipt.atMs += 3'600'000; }
    SECTION("with another signature") { receipt.signature[10] ^= 1; }
    CHECK_FALSE(isSignedBy(receipt, centre.publicKey));
}

TEST_CASE("The same seed makes the same key, and signing is repeatable", "[signature]") {
    const KeyPair one = makeKeyPair(seededRandom(1));
    const KeyPair again = makeKeyPair(seededRandom(1));
    CHECK(one.publicKey == again.publicKey);
    Receipt first = someReceipt();
    Receipt second = someReceipt();
    sign(first, one.secretKey);
    sign(second, again.secretKey);
    CHECK(first == second);
}

TEST_CASE("A hash chain tells any other history apart", "[signature]") {
    FakeClock wall;
    Worker phone(alice, wall);
    const Change change = phone.edits("note", "quiet");
    const std::string body = encodeBody(change);
    const auto linkOf = [](const Hash256& before, std::uint64_t seq, const Change& next, std::string_view its) {
        return chainLink(before, seq, next.number, hashOf(next, its));
    };
    const Hash256 link = linkOf({}, 1, change, body);
    CHECK(link == linkOf({}, 1, change, body));

    Change other = change;
    SECTION("another place") { CHECK(linkOf({}, 2, change, body) != link); }
    SECTION("another past") { CHECK(linkOf({1}, 1, change, body) != link); }
    SECTION("another body") { CHECK(linkOf({}, 1, change, body + 'x') != link); }
    SECTION("another device") {
        other.stamp.device = bob;
        CHECK(linkOf({}, 1, other, body) != link);
    }
    SECTION("another time") {
        other.stamp.time = logicalTime(kMorning + 1);
        CHECK(linkOf({}, 1, other, body) != link);
    }
    SECTION("another number") {
        other.number = 2;
        CHECK(linkOf({}, 1, other, body) != link);
    }
}
