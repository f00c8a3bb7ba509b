// SPDX-License-Identifier: Apache-2.0
#include "shared/core/wire.h"

#include <rapidcheck.h>

#include <catch2/catch_test_macros.hpp>

#include "shared/core/wait.h"
#include "tests/support/generators.h"
#include "tests/support/people.h"

using namespace qiaomen;
using namespace qiaomen::tests;

namespace {

SyncRequest morningRound() {
    FakeClock wall;
    Worker alice(tests::alice, wall);
    const Change first = alice.edits({{"note", "quiet"}, {"status", "open"}, {"minutes", 20}});
    wall.advance(60'000);
    const Change second = alice.edits("note", "fever");
    return {.device = tests::alice,
            .app = "qiaomen 0.1.0",
            .grids = {{gridId(1), {7, 3}, {first, second, alice.deletes()}}}};
}

/// As on a bad disk or line: bytes changed, cut out, doubled.
std::string damaged(std::string bytes) {
    for (int i = *rc::gen::inRange(1, 5); i > 0 && !bytes.empty(); --i) {
        const auto at = *rc::gen::inRange<std::size_t>(0, bytes.size());
        switch (*rc::gen::inRange(0, 4)) {
            case 0: bytes[at] = *rc::gen::arbitrary<char>(); break;
            case 1: bytes[at] = static_cast<char>(bytes[at] ^ (1 << *rc::gen::inRange(0, 8))); break;
            case 2: bytes.erase(at, *rc::gen::inRange<std::size_t>(1, 9)); break;
            default: bytes.insert(at, bytes.substr(at, *rc::gen::inRange<std::size_t>(1, 9)));
        }
    }
    return bytes;
}

/// Whatever the bytes: an answer, and what was decoded can be encoded and decoded again to the same.
template <class Decode>
void holdsAgainst(const std::string& bytes, Decode decode) {
    const auto message = decode(bytes);
    if (!message) {
        RC_ASSERT(!message.error().message.empty());
        RC_ASSERT(message.error().fault == Fault::invalid || message.error().fault == Fault::outdated);
        return;
    }
    const auto again = decode(encode(*message));
    RC_ASSERT(again.ok());
    RC_ASSERT(*again == *message);
}

}  // namespace

TEST_CASE("What Alice's phone says arrives as it was said", "[wire]") {
    const SyncRequest request = morningRound();
    const auto heard = decodeSyncRequest(encode(request));
    REQUIRE(heard.ok());
    CHECK(*heard == request);
}

TEST_CASE("A phone says how much still waits on it, and a phone where nothing waits spends no byte on saying so",
          "[wire]") {
    SyncRequest request = morningRound();
    const std::size_t quiet = encode(request).size();
    request.waiting = 12;
    request.repairs = 1;
    const std::string bytes = encode(request);
    CHECK(bytes.size() == quiet + 2);
    const auto heard = decodeSyncRequest(bytes);
    REQUIRE(heard.ok());
    CHECK(*heard == request);
    for (std::size_t size = 0; size < bytes.size(); ++size) CHECK_FALSE(decodeSyncRequest(bytes.substr(0, size)).ok());
}

TEST_CASE("A device's id travels once, however many changes it made", "[wire]") {
    const SyncRequest request = morningRound();
    const std::string bytes = encode(request);
    const std::string id(reinterpret_cast<const char*>(tests::alice.bytes.data()), tests::alice.bytes.size());
    const auto first = bytes.find(id);
    REQUIRE(first != std::string::npos);
    CHECK(bytes.find(id, first + 1) == std::string::npos);
}

TEST_CASE("A change of one short field costs little more than its record's id", "[wire]") {
    SyncRequest request = morningRound();
    auto& changes = request.grids.front().changes;
    const Change small = changes[1];
    changes.clear();
    const std::size_t empty = encode(request).size();
    for (std::uint64_t i = 0; i < 100; ++i) {
        Change next = small;
        next.number = i + 1;
        next.stamp.time = logicalTime(kMorning + 60'000 * static_cast<std::int64_t>(i));
        next.writes.front().base = {};
        changes.push_back(next);
    }
    CHECK((encode(request).size() - empty) / changes.size() <= 16 + 16);
}

TEST_CASE("Law: every message is decoded as it was encoded", "[wire][law]") {
    CHECK(rc::check("requests", [] {
        const SyncRequest request = *anyRequest();
        const auto again = decodeSyncRequest(encode(request));
        RC_ASSERT(again.ok());
        RC_ASSERT(*again == request);
    }));
    CHECK(rc::check("replies", [] {
        const SyncReply reply = *anyReply();
        const auto again = decodeSyncReply(encode(reply));
        RC_ASSERT(again.ok());
        RC_ASSERT(*again == reply);
    }));
    CHECK(rc::check("snapshots", [] {
        const Snapshot snapshot = *anySnapshot();
        const auto again = decodeSnapshot(encode(snapshot));
        RC_ASSERT(again.ok());
        RC_ASSERT(*again == snapshot);
        for (std::size_t i = 0; i < snapshot.records.size(); ++i) {
            RC_ASSERT(again->records[i].stamps() == snapshot.records[i].stamps());
            RC_ASSERT(again->records[i].isVisible() == snapshot.records[i].isVisible());
        }
    }));
}

TEST_CASE("Law: what is said about waiting is decoded as it was encoded, and its noise is refused",
          "[wire][law][wait]") {
    CHECK(rc::check("questions", [] {
        WaitRequest request;
        for (int i = *rc::gen::inRange(0, 5); i > 0; --i) {
            const auto grid = gridId(*rc::gen::arbitrary<std::uint8_t>());
            request.grids.push_back(
                {grid, {*rc::gen::arbitrary<std::uint64_t>(), *rc::gen::arbitrary<std::uint64_t>()}});
        }
        RC_ASSERT(*decodeWaitRequest(encode(request)) == request);
        holdsAgainst(damaged(encode(request)), decodeWaitRequest);
    }));
    CHECK(rc::check("answers", [] {
        using Kind = WaitReply::Kind;
        const WaitReply reply{*rc::gen::element(Kind::moved, Kind::nothing, Kind::later),
                              std::chrono::seconds(*rc::gen::inRange(0, 86'401))};
        RC_ASSERT(*decodeWaitReply(encode(reply)) == reply);
        holdsAgainst(damaged(encode(reply)), decodeWaitReply);
    }));
}

TEST_CASE("A message that was cut off anywhere is refused", "[wire]") {
    const std::string request = encode(morningRound());
    for (std::size_t size = 0; size < request.size(); ++size) {
        INFO(size);
        const auto heard = decodeSyncRequest(request.substr(0, size));
        REQUIRE_FALSE(heard.ok());
        CHECK(heard.error().fault == Fault::invalid);
    }
    CHECK_FALSE(decodeSyncRequest(request + 'x').ok());
}

TEST_CASE("Law: every truncation of any message is refused", "[wire][law]") {
    CHECK(rc::check([] {
        const std::string reply = encode(*anyReply());
        const std::string snapshot = encode(*anySnapshot());
        RC_ASSERT_FALSE(decodeSyncReply(reply.substr(0, *rc::gen::inRange<std::size_t>(0, reply.size()))).ok());
        RC_ASSERT_FALSE(decodeSnapshot(snapshot.substr(0, *rc::gen::inRange<std::size_t>(0, snapshot.size()))).ok());
    }));
}

TEST_CASE("Law: a damaged message is refused or decoded, and nothing else happens", "[wire][law]") {
    CHECK(rc::check("requests", [] { holdsAgainst(damaged(encode(*anyRequest())), decodeSyncRequest); }));
    CHECK(rc::check("replies", [] { holdsAgainst(damaged(encode(*anyReply())), decodeSyncReply); }));
    CHECK(rc::check("snapshots", [] { holdsAgainst(damaged(encode(*anySnapshot())), decodeSnapshot); }));
    CHECK(rc::check("noise behind a right beginning", [] {
        const std::string noise = *rc::gen::container<std::string>(rc::gen::arbitrary<char>());
        for (const std::string beginning : {"QM\x02", "QM\x03", "QM\x04"}) {
            for (const char message : {'\x01', '\x02', '\x03'}) {
                holdsAgainst(beginning + message + noise, decodeSyncRequest);
                holdsAgainst(beginning + message + noise, decodeSyncReply);
                holdsAgainst(beginning + message + noise, decodeSnapshot);
            }
        }
    }));
}

TEST_CASE("A difference that is looked for by bucket, and what is given back, travel whole", "[wire]") {
    CHECK(rc::check("what is asked and answered comes back", [] {
        SyncRequest request = *anyRequest();
        GridRequest& grid = request.grids.emplace_back();
        grid.check = *rc::gen::arbitrary<std::uint64_t>();
        grid.repair.emplace();
        const Record held = *anyRecord();
        if (*rc::gen::arbitrary<bool>()) grid.repair->digest.emplace().add(held);
        grid.repair->wanted.push_back({held.collection(), held.id()});
        grid.repair->held.push_back(*anyChange());
        RC_ASSERT(*decodeSyncRequest(encode(request)) == request);
        SyncReply reply = *anyReply();
        reply.grids.emplace_back().repair = RepairReply{{0, 7, 255}, {held}};
        RC_ASSERT(*decodeSyncReply(encode(reply)) == reply);
    }));
}

TEST_CASE("The mark of a request says which one it is", "[wire]") {
    std::string first = encode(morningRound());
    SyncRequest other = morningRound();
    other.app += "!";
    std::string second = encode(other);
    const std::uint32_t mark = markRequest(first);
    CHECK(mark != markRequest(second));
    const auto heard = decodeSyncRequest(first);
    REQUIRE(heard.ok());
    CHECK(heard->mark == mark);
}

TEST_CASE("A message of a newer program is recognised as such", "[wire]") {
    std::string bytes = encode(morningRound());
    for (const char other : {'\x02', '\x05'}) {
        bytes[2] = other;
        const auto heard = decodeSyncRequest(bytes);
        REQUIRE_FALSE(heard.ok());
        CHECK(heard.error().fault == Fault::outdated);
        CHECK(heard.error().message ==
              "the other side speaks version " + std::to_string(other) + " of the sync, this one 4");
    }
}

TEST_CASE("A message says the earliest version in which all of it can be said", "[wire][versions]") {
    SyncRequest request = morningRound();
    CHECK(encode(request)[2] == 3);
    CHECK(encode(SyncReply{})[2] == 3);
    CHECK(encode(Snapshot{})[2] == 3);
    CHECK(encode(WaitRequest{})[2] == 3);
    CHECK(encode(WaitReply{})[2] == 3);
    request.grids.push_back({.grid = gridId(2), .readMarks = {{1, 2}}});
    const std::string bytes = encode(request);
    CHECK(bytes[2] == 4);
    const auto heard = decodeSyncRequest(bytes);
    REQUIRE(heard.ok());
    CHECK(*heard == request);
}

TEST_CASE("What comes under a version that cannot say it is refused whole, and not read without it",
          "[wire][versions]") {
    SyncRequest request = morningRound();
    request.grids.front().readMarks = {{1, 2}};
    std::string bytes = encode(request);
    bytes[2] = 3;
    const auto heard = decodeSyncRequest(bytes);
    REQUIRE_FALSE(heard.ok());
    CHECK(heard.error().fault == Fault::outdated);
}

TEST_CASE("A reply is not taken for a request, nor a web page for a message", "[wire]") {
    CHECK(decodeSyncRequest(encode(SyncReply{})).error().message == "this is another kind of message");
    CHECK(decodeSyncReply("<!DOCTYPE html>").error().message == "this is no message of a sync");
    CHECK(decodeSyncReply("").error().fault == Fault::invalid);
}

TEST_CASE("A count that cannot be true takes no memory", "[wire]") {
    std::string bytes = encode(SyncReply{});
    bytes.pop_back();
    bytes += "\xff\xff\xff\xff\xff\xff\xff\xff\x7f";
    CHECK(decodeSyncReply(bytes).error().message == "more is announced than there is");
}

TEST_CASE("An empty answer, of nobody about nothing, arrives too", "[wire]") {
    const SyncReply reply{0, {GridReply{}}};
    const auto heard = decodeSyncReply(encode(reply));
    REQUIRE(heard.ok());
    CHECK(*heard == reply);
}

TEST_CASE("A snapshot keeps its records in order, also where collections alternate", "[wire]") {
    FakeClock wall;
    Worker visitor(alice, wall);
    Worker writer(bob, wall, letters());
    visitor.edits("note", "quiet");
    writer.edits("subject", "lift broken");
    const Snapshot snapshot{
        gridId(1), {1, 2}, {}, {visitor.record(), writer.record(), visitor.record(), visitor.record()}};
    const auto heard = decodeSnapshot(encode(snapshot));
    REQUIRE(heard.ok());
    CHECK(heard->records == snapshot.records);
}
