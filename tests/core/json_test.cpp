// SPDX-License-Identifier: Apache-2.0
#include "shared/core/json.h"

#include <rapidcheck.h>

#include <catch2/catch_test_macros.hpp>

#include "shared/core/wire.h"
#include "tests/support/generators.h"
#include "tests/support/people.h"

using namespace qiaomen;
using namespace qiaomen::tests;

namespace {

const std::string kAlice = alice.text();
const std::string kGrid = gridId(1).text();
const std::string kRecord = recordId(1).text();

/// A request of one change, with this in place of its writes.
std::string requestWith(const std::string& writes, const std::string& kind = "write") {
    return R"({"device": ")" + kAlice + R"(", "app": "curl", "grids": [{"grid": ")" + kGrid +
           R"(", "cursor": {"epoch": "00000000000000a7", "seq": 17}, "changes": [{"number": 1, "kind": ")" + kind +
           R"(", "collection": "visit", "record": ")" + kRecord + R"(", "stamp": "2026-11-22T08:00:00.000Z+0 by )" +
           kAlice + R"(", "writes": )" + writes + "}]}]}";
}

std::string problemOf(const std::string& text) {
    const auto request = syncRequestFromJson(text, collections());
    if (request) return "taken";
    CHECK(request.error().fault == Fault::invalid);
    return request.error().message;
}

}  // namespace

TEST_CASE("A person writes a request by hand", "[json]") {
    const auto request = syncRequestFromJson(requestWith(R"([{"field": "note", "value": "fever"},
                        {"field": "minutes", "value": 20, "base": "2026-11-22T07:00:00.000Z+1 by )" +
                                                         bob.text() + R"("},
                        {"field": "#77", "value": {"id": ")" +
                                                         kRecord + R"("}}])"),
                                             collections());
    REQUIRE(request.ok());
    Change change{
        .collection = visits().number(), .record = recordId(1), .stamp = {logicalTime(kMorning), alice}, .number = 1};
    change.writes = {{visits().note, "fever", {}},
                     {visits().minutes, 20, {logicalTime(kMorning - 3'600'000, 1), bob}},
                     {FieldNo{77}, recordId(1), {}}};
    CHECK(*request == SyncRequest{alice, "curl", {{gridId(1), {0xa7, 17}, {change}}}});
}

TEST_CASE("The shortest request asks for everything", "[json]") {
    const auto request = syncRequestFromJson(
        R"({"device": ")" + kAlice + R"(", "grids": [{"grid": ")" + kGrid + R"("}]})", collections());
    REQUIRE(request.ok());
    CHECK(*request == SyncRequest{alice, "", {{gridId(1), {}, {}}}});
}

TEST_CASE("A wrong request is refused with the path of the culprit", "[json]") {
    const std::string writes = "grids[0].changes[0].writes";
    CHECK(problemOf(requestWith("[]")) == "taken");
    CHECK(problemOf(requestWith("{}")) == writes + ": should be a list");
    CHECK(problemOf(requestWith("[7]")) == writes + "[0]: should be an object");
    CHECK(problemOf(requestWith(R"([{"field": "note"}])")) == writes + R"([0]: lacks "value")");
    CHECK(problemOf(requestWith(R"([{"field": "nota", "value": 1}])")) ==
          writes + R"([0].field: there is no field "nota")");
    CHECK(problemOf(requestWith(R"([{"field": "#4096", "value": 1}])")) ==
          writes + R"([0].field: there is no field "#4096")");
    CHECK(problemOf(requestWith(R"([{"field": "#0", "value": 1}])")) == writes + R"([0].field: there is no field "#0")");
    CHECK(problemOf(requestWith(R"([{"field": "note", "value": "a", "old": "b"}])")) ==
          writes + R"([0]: has an unknown key "old")");
    CHECK(problemOf(requestWith(R"([{"field": "note", "value": 1}, {"field": "#1", "value": 2}])")) ==
          writes + "[1]: writes the same field again");
    CHECK(problemOf(requestWith(R"([{"field": "note", "value": [1]}])")) ==
          writes + "[0].value: should be null, a number, a text, {\"id\": …} or {\"integer\": …}");
    CHECK(problemOf(requestWith(R"([{"field": "note", "value": {"id": "x"}}])")) ==
          writes + "[0].value.id: not an id: \"x\"");
    CHECK(problemOf(requestWith(R"([{"field": "note", "value": 9223372036854775808}])")) ==
          writes + "[0].value: is too large");
    CHECK(problemOf(requestWith(R"([{"field": "note", "base": "never", "value": "x"}])", "remove")) ==
          writes + R"([0]: has an unknown key "value")");
    CHECK(problemOf(requestWith("[]", "erase")) == R"(grids[0].changes[0].kind: should be "write" or "remove")");
    CHECK(problemOf("[]") == "the message: should be an object");
    CHECK(problemOf(R"({"grids": []})") == R"(the message: lacks "device")");
}

TEST_CASE("A key that stands twice is refused: which of the two should count?", "[json]") {
    CHECK(problemOf(R"({"device": "a", "device": "b", "grids": []})") == R"(the key "device" is there twice)");
    CHECK(problemOf(requestWith(R"([{"field": "note", "value": 1, "value": 2}])")) ==
          R"(the key "value" is there twice)");
}

TEST_CASE("A text nested without end is refused early", "[json]") {
    CHECK(problemOf(std::string(17, '[') + std::string(17, ']')) == "nested deeper than 16");
    CHECK(problemOf(std::string(100'000, '[')) == "nested deeper than 16");
    CHECK(problemOf(std::string(16, '[') + std::string(16, ']')) == "the message: should be an object");
}

TEST_CASE("What is no JSON is refused", "[json]") {
    CHECK(problemOf("").starts_with("no JSON: "));
    CHECK(problemOf("{\"device\": ").starts_with("no JSON: "));
    CHECK(problemOf("{} {}").starts_with("no JSON: "));
    CHECK(problemOf("\"\xff\"").starts_with("no JSON: "));
}

TEST_CASE("Values look as people expect", "[json]") {
    CHECK(toJson(Value()) == "null");
    CHECK(toJson(Value(42)) == "42");
    CHECK(toJson(Value(1.0)) == "1.0");
    CHECK(toJson(Value("敲门")) == "\"敲门\"");
    CHECK(toJson(Value(recordId(1))) == "{\"id\":\"" + kRecord + "\"}");
    CHECK(toJson(Value((std::int64_t{1} << 53) + 1)) == R"({"integer":"9007199254740993"})");
    CHECK(toJson(Value("\xff")) == "\"\xef\xbf\xbd\"");
}

TEST_CASE("A record shows its fields, their stamps and its deletion", "[json]") {
    FakeClock wall;
    Worker phone(alice, wall);
    phone.edits({{"note", "fever"}});
    phone.deletes();
    const std::string at = "2026-11-22T08:00:00.000Z+";
    CHECK(toJson(phone.record(), collections()) ==
          R"({"collection":"visit","record":")" + kRecord +
              R"(","visible":false,"fields":{"note":{"value":"fever","stamp":")" + at + "0 by " + kAlice +
              R"("}},"removal":{"by":")" + at + "1 by " + kAlice + R"(","seen":{"note":")" + at + "0 by " + kAlice +
              R"("}}})");
}

TEST_CASE("What is said of scope is read as it was written, by people as by programs", "[json][scope]") {
    const SyncRequest asks{.device = alice, .app = "curl", .grids = {}, .asksScope = true};
    CHECK(toJson(asks, collections()) == R"({"device":")" + kAlice + R"(","app":"curl","grids":[],"asksScope":true})");
    CHECK(*syncRequestFromJson(toJson(asks, collections()), collections()) == asks);
    CHECK(*decodeSyncRequest(encode(asks)) == asks);

    GridReply lost{.grid = gridId(1), .taken = true};
    lost.refusals = {{3, "late"}};
    const SyncReply reply{.serverMs = 7, .grids = {lost}, .given = {{gridId(2), "锦绣花园2"}}};
    const std::string told = toJson(reply, collections());
    CHECK(told.find(R"("taken":true)") != std::string::npos);
    CHECK(told.ends_with(R"("given":[{"grid":")" + gridId(2).text() + R"(","name":"锦绣花园2"}]})"));
    CHECK(*syncReplyFromJson(told, collections()) == reply);
    CHECK(*decodeSyncReply(encode(reply)) == reply);
}

TEST_CASE("Law: every value and every message is read as it was written", "[json][law]") {
    CHECK(rc::check("values", [] {
        const Value value = *anyValue();
        const auto again = valueFromJson(toJson(value));
        RC_ASSERT(again.ok());
        RC_ASSERT(*again == value);
    }));
    CHECK(rc::check("requests", [] {
        const SyncRequest request = *anyRequest();
        const auto again = syncRequestFromJson(toJson(request, collections()), collections());
        RC_ASSERT(again.ok());
        RC_ASSERT(*again == request);
    }));
    CHECK(rc::check("replies", [] {
        const SyncReply reply = *anyReply();
        const auto again = syncReplyFromJson(toJson(reply, collections()), collections());
        RC_ASSERT(again.ok());
        RC_ASSERT(*again == reply);
    }));
}

TEST_CASE("Law: a damaged text is refused or read, never more", "[json][law]") {
    CHECK(rc::check([] {
        std::string text = toJson(*anyReply(), collections());
        for (int i = *rc::gen::inRange(1, 4); i > 0; --i) {
            const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
            text[at] = *rc::gen::element('{', '}', '"', ',', '0', '-', 'n', ' ', '\xff', '[', '#');
        }
        const auto reply = syncReplyFromJson(text, collections());
        if (!reply) RC_ASSERT(!reply.error().message.empty());
    }));
}
