// SPDX-License-Identifier: Apache-2.0
//
// Whose word the centre takes: what a device brings is signed by its key, for this grid and this history, and nothing else gets in.
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <random>

#include "shared/core/wire.h"
#include "shared/domain/collections.h"
#include "syncserver/verify.h"
#include "tests/support/effort.h"
#include "tests/syncserver/story.h"

using namespace qiaomen;
using namespace qiaomen::tests;
using Catch::Matchers::ContainsSubstring;

namespace {

std::string problemOf(const GridReply& reply) { return reply.problem ? reply.problem->message : std::string(); }

std::vector<std::string> findingsOf(TestCentre& centre) {
    return must(verifyGrid(centre.folder().grids(), centre.grid(), allCollections(),
                           [&] { return centre.folder().access().keys(); }))
        .findings;
}

/// Two grids, both open to Zhang's phone, which has registered a home in the first and visits it now.
struct Morning {
    Morning() {
        must(centre.folder().grids().createGrid(gridId(2)));
        zhang.grant().grids.insert(gridId(2));
        registersHome(zhang);
        zhang.syncs();
        knocks(zhang, kVisit, "门锁换过了");
        knocks(zhang, recordId(30), "老人发烧");
        question = zhang.signs({.grid = centre.grid(), .cursor = zhang.cursor(), .changes = zhang.unsent(), .safe = 2});
    }

    TestCentre centre;
    TestPhone zhang{centre, alice, "张敏"};
    GridRequest question;
};

/// One of the ways in which somebody between a phone and the centre could alter what is under way. False when it happens to alter
/// nothing that is signed.
bool tamper(GridRequest& request, std::mt19937_64& random) {
    const auto any = [&](std::size_t below) { return static_cast<std::size_t>(random() % below); };
    const GridRequest original = request;
    Change& change = request.changes[any(request.changes.size())];
    FieldWrite& write = change.writes[any(change.writes.size())];
    switch (any(14)) {
        case 0:
            request.grid = gridId(2);
            if (any(2) == 0) request.cursor = {};
            break;
        case 1: request.cursor.epoch ^= std::uint64_t{1} << any(48); break;
        case 2: write.value = Value(static_cast<std::int64_t>(random() >> 1)); break;
        case 3: write.base.time = logicalTime(kMorning + static_cast<std::int64_t>(any(1000))); break;
        case 4: write.field = FieldNo{static_cast<std::uint16_t>(1 + any(2000))}; break;
        case 5: change.stamp.time = logicalTime(kMorning + static_cast<std::int64_t>(any(100'000))); break;
        case 6: change.stamp.device = device(static_cast<std::uint8_t>(any(256))); break;
        case 7: change.record.bytes[any(16)] ^= static_cast<std::uint8_t>(1 + any(255)); break;
        case 8: change.collection = CollectionNo{static_cast<std::uint16_t>(any(40))}; break;
        case 9: change.number += 1 + any(5); break;
        case 10: request.changes.erase(request.changes.begin() + static_cast<std::ptrdiff_t>(any(2))); break;
        case 11: std::swap(request.changes[0], request.changes[1]); break;
        case 12: request.signature->bytes[any(64)] ^= static_cast<std::uint8_t>(1 + any(255)); break;
        default: request.signature->before[any(32)] ^= static_cast<std::uint8_t>(1 + any(255)); break;
    }
    return request != original;
}

}  // namespace

TEST_CASE("What a device brings without its signature is not taken, and neither is what it gives back or calls spent",
          "[trust]") {
    Morning morning;
    const GridHead before = morning.centre.head();
    GridRequest request{.grid = morning.centre.grid(), .cursor = morning.zhang.cursor(), .safe = 2};
    SECTION("changes") { request.changes = morning.zhang.unsent(); }
    SECTION("spent numbers") { request.refills = true; }
    SECTION("something of others") { request.repair.emplace().held = {morning.zhang.unsent().front()}; }
    const GridReply reply = morning.zhang.asksAsIs(request);
    REQUIRE(reply.problem);
    CHECK(reply.problem->fault == Fault::refused);
    CHECK_THAT(problemOf(reply), ContainsSubstring("not signed"));
    CHECK(morning.centre.head() == before);
}

TEST_CASE("A change only ever lands in the grid that it was signed for", "[trust]") {
    Morning morning;
    GridRequest crossed = morning.question;
    crossed.cursor = {};  // as a newcomer's, who cannot be of another history
    crossed = morning.zhang.signs(crossed);
    crossed.grid = gridId(2);
    CHECK_THAT(problemOf(morning.zhang.asksAsIs(crossed)), ContainsSubstring("does not fit what was brought to grid"));
    CHECK(must(morning.centre.folder().grids().view(gridId(2)))->head().cursor.seq == 0);
    CHECK(morning.zhang.asksAsIs(morning.question).receipt.lastNumber == 4);
    CHECK(findingsOf(morning.centre).empty());
}

TEST_CASE("A token with another key opens nothing: the first key that signed stays the device's", "[trust]") {
    Morning morning;
    const GridHead before = morning.centre.head();
    GridRequest forged = morning.question;
    SECTION("as if a chain began here") { sign(forged, alice, {}, keysOf(bob)); }
    SECTION("as if she went on") { sign(forged, alice, morning.question.signature->before, keysOf(bob)); }
    CHECK(morning.zhang.asksAsIs(forged).problem->fault == Fault::refused);
    CHECK(morning.centre.head() == before);
    CHECK(morning.centre.folder().access().bindKey(alice, keysOf(bob).publicKey).error().fault == Fault::refused);
    morning.centre.restart();
    CHECK(morning.centre.folder().access().bindKey(alice, keysOf(bob).publicKey).error().fault == Fault::refused);
    CHECK(morning.centre.folder().access().keys().at(alice) == keysOf(alice).publicKey);
}

TEST_CASE("The key is bound by the first changes that it signed, not by a name that somebody put there", "[trust]") {
    TestCentre centre;
    Access& access = centre.folder().access();
    const std::string token = must(access.add({.device = "新手机", .worker = "李强", .grids = {centre.grid()}}));
    Grant grant = must(access.admit(token, bob));
    TestPhone writer(centre, alice, "张敏");
    GridRequest request{.grid = centre.grid(),
                        .changes = {writer.writes(dwelling, kDoor, {{"address", "柳湾村1号"}, {"use", "owner"}})}};
    request.changes.front().stamp.device = bob;
    sign(request, bob, {}, keysOf(bob));
    GridRequest claimed = request;
    claimed.signature->key = keysOf(carol).publicKey;
    CHECK(must(centre.hub().sync(grant, {bob, "story", {claimed}})).grids.front().problem);
    CHECK_FALSE(access.keys().contains(bob));
    CHECK_FALSE(must(centre.hub().sync(grant, {bob, "story", {request}})).grids.front().problem);
    CHECK(access.keys().at(bob) == keysOf(bob).publicKey);
    CHECK(must(access.recognise(token)).key == keysOf(bob).publicKey);
    CHECK(findingsOf(centre).empty());
}

TEST_CASE("A phone whose own history is another one than the centre knows is told that it is a copy", "[trust][fork]") {
    Morning morning;
    GridRequest stranger = morning.question;
    sign(stranger, alice, {9, 9, 9}, keysOf(alice));
    CHECK(morning.zhang.asksAsIs(stranger).forkAt == 3);
    CHECK(morning.centre.log().size() == 2);
}

TEST_CASE("Lost answers, longer batches from the same place and stamps that wait leave a chain that can be proven",
          "[trust]") {
    Morning morning;
    TestPhone& zhang = morning.zhang;
    zhang.losesTheReply();
    zhang.losesTheReply();
    Change ahead = zhang.unsent().back();
    ahead.record = recordId(40);
    ahead.stamp.time = logicalTime(morning.centre.hub().nowMs() + 3'600'000);
    zhang.sends(ahead);
    const GridReply waits = zhang.syncs();
    CHECK(waits.clockAhead);
    CHECK(waits.receipt.lastNumber == 4);
    ahead.number = 5;
    ahead.stamp.time = logicalTime(morning.centre.hub().nowMs());
    ahead.writes.front().value = Value("castle");
    CHECK(zhang.repeats({ahead}).refusals.size() == 1);
    CHECK(findingsOf(morning.centre).empty());
    morning.centre.restart();
    CHECK(findingsOf(morning.centre).empty());
}

TEST_CASE("A phone that was set back into the middle of what it had sent in one piece goes on from there", "[trust]") {
    Morning morning;
    GridRequest again = morning.question;
    again.changes.insert(again.changes.begin(), morning.centre.log()[1].change);
    again.safe = 1;
    SECTION("with the history that the centre knows") {
        CHECK(morning.zhang.asks(again).receipt.lastNumber == 4);
        CHECK(findingsOf(morning.centre).empty());
    }
    SECTION("with another") {
        sign(again, alice, {9, 9, 9}, keysOf(alice));
        CHECK(morning.zhang.asksAsIs(again).forkAt == 2);
    }
}

TEST_CASE("Numbers that a phone cannot show any more to a centre that forgot are spent by its signature", "[trust]") {
    Morning morning;
    GridRequest refill = morning.question;
    refill.refills = true;
    refill.safe = 6;
    refill.changes = {morning.zhang.unsent().front()};
    refill.changes.front().number = 7;
    CHECK(morning.zhang.asks(refill).receipt.lastNumber == 7);
    refill.refills = false;
    refill.safe = 7;
    refill.changes = {morning.zhang.unsent().back()};
    refill.changes.front().number = 8;
    CHECK(morning.zhang.asks(refill).receipt.lastNumber == 8);
    CHECK(findingsOf(morning.centre).empty());
}

TEST_CASE("Of thousands of batches that were crossed or tampered with on their way, none is taken", "[trust][tamper]") {
    Morning morning;
    std::mt19937_64 random(effort("QIAOMEN_SEED", 1));
    const GridHead before = morning.centre.head();
    const std::uint64_t batches = effort("QIAOMEN_TAMPERS", 10'000);
    const std::string bytes = encode(SyncRequest{alice, "story", {morning.question}});
    const std::string signedText = textOf(batchOf(morning.question, alice).claim);
    std::uint64_t refused = 0, altered = 0;
    while (altered < batches) {
        GridRequest request = morning.question;
        if (random() % 4 == 0) {
            // A byte of the message itself: what can still be read, and says something else.
            std::string message = bytes;
            message[random() % message.size()] ^= static_cast<char>(1 + random() % 255);
            const auto read = decodeSyncRequest(message);
            if (!read || read->grids.size() != 1 || !read->grids.front().brings()) continue;
            request = read->grids.front();
            const bool sameSignature = request.signature &&
                                       request.signature->bytes == morning.question.signature->bytes;
            if (sameSignature && textOf(batchOf(request, alice).claim) == signedText) continue;
        } else if (!tamper(request, random)) {
            continue;
        }
        ++altered;
        const GridReply reply = morning.zhang.asksAsIs(request);
        const bool notTaken = reply.problem || reply.receipt.head.epoch != request.cursor.epoch;
        refused += notTaken ? 1 : 0;
    }
    CHECK(refused == altered);
    CHECK(morning.centre.head() == before);
    CHECK(must(morning.centre.folder().grids().view(gridId(2)))->head().cursor.seq == 0);
    CHECK(morning.zhang.asksAsIs(morning.question).receipt.lastNumber == 4);
}
