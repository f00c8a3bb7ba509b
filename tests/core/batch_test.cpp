// SPDX-License-Identifier: Apache-2.0
#include "shared/core/batch.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/people.h"

using namespace qiaomen;
using namespace qiaomen::tests;

namespace {

/// Alice's third and fourth change, and one of Bob's that she gives back.
GridRequest herQuestion() {
    static FakeClock wall;
    Worker phone(alice, wall);
    GridRequest request{.grid = gridId(1), .cursor = {7, 120}, .changes = {phone.edits("note", "quiet")}};
    request.changes.push_back(phone.edits("note", "fever"));
    request.changes[0].number = 3;
    request.changes[1].number = 4;
    request.safe = 2;
    Worker neighbour(bob, wall);
    request.repair.emplace().held = {neighbour.edits("status", "done")};
    return request;
}

bool fits(const GridRequest& request, const DeviceId& device = alice) {
    return isSignedBy(batchOf(request, device).claim, request.signature->bytes, keysOf(alice).publicKey);
}

}  // namespace

TEST_CASE("A device's signature covers everything that it brings, and nothing else fits it", "[batch]") {
    GridRequest request = herQuestion();
    sign(request, alice, {1, 2, 3}, keysOf(alice));
    REQUIRE(fits(request));
    CHECK_FALSE(fits(request, bob));

    SECTION("another grid") { request.grid = gridId(2); }
    SECTION("another history") { request.cursor.epoch = 8; }
    SECTION("another past of hers") { request.signature->before[0] ^= 1; }
    SECTION("numbers that are spent") { request.refills = true; }
    SECTION("another value") { request.changes[0].writes[0].value = Value("quiet "); }
    SECTION("another base") { request.changes[1].writes[0].base = {}; }
    SECTION("another time") { request.changes[0].stamp.time = logicalTime(kMorning + 1); }
    SECTION("another writer") { request.changes[0].stamp.device = bob; }
    SECTION("another record") { request.changes[0].record = recordId(99); }
    SECTION("a deletion") { request.changes[0].kind = Change::Kind::remove; }
    SECTION("two changes in another order") { std::swap(request.changes[0], request.changes[1]); }
    SECTION("two changes under each other's number") {
        std::swap(request.changes[0].number, request.changes[1].number);
    }
    SECTION("a change less") { request.changes.pop_back(); }
    SECTION("a change more") { request.changes.push_back(request.changes[1]); }
    SECTION("something else given back") { request.repair->held[0].writes[0].value = Value("open"); }
    SECTION("nothing given back") { request.repair.reset(); }
    SECTION("another signature") { request.signature->bytes[10] ^= 1; }
    CHECK_FALSE(fits(request));
}

TEST_CASE("Two batches one after the other make the same chain as one", "[batch]") {
    GridRequest whole = herQuestion();
    sign(whole, alice, {1, 2, 3}, keysOf(alice));
    GridRequest first = whole, second = whole;
    first.changes.pop_back();
    sign(first, alice, {1, 2, 3}, keysOf(alice));
    second.changes.erase(second.changes.begin());
    sign(second, alice, first.signature->after, keysOf(alice));
    CHECK(second.signature->after == whole.signature->after);
    CHECK(linkAt(whole, 3) == first.signature->after);
    CHECK(linkAt(whole, 2) == Hash256{1, 2, 3});
}

TEST_CASE("What is given back is known again whatever it replaces at the centre; a deletion is what it has seen",
          "[batch]") {
    Change change = herQuestion().repair->held.front();
    const Hash256 hash = hashOfGiven(change);
    change.writes.front().base = {logicalTime(kMorning - 5), carol};
    CHECK(hashOfGiven(change) == hash);
    change.kind = Change::Kind::remove;
    const Hash256 removal = hashOfGiven(change);
    change.writes.front().base = {};
    CHECK(hashOfGiven(change) != removal);
}
