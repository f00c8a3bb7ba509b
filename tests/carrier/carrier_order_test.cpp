// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <filesystem>

#include "shared/core/batch.h"
#include "tests/carrier/carrier_story.h"

// Sticks arrive twice, late, in the wrong order, or never.
using namespace qiaomen;
using namespace qiaomen::tests;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("Two copies of one stick have one effect, whoever hands them in and takes their answers") {
    ScopeCentre centre;
    ScopePhone phone(centre, "张敏", {kEast});
    phone.movesIn("陈桂英");
    const std::string question = asks(phone);
    const std::string first = answers(centre, question);
    const std::string after = standing(centre);
    const std::string second = answers(centre, question);
    CHECK(standing(centre) == after);

    takes(phone, first);
    const std::string taken = standing(phone);
    CHECK(takes(phone, second).repeated);
    CHECK(takes(phone, first).repeated);
    CHECK(standing(phone) == taken);
    CHECK(centre.findings().empty());
}

TEST_CASE("A later stick that overtakes an earlier one makes nobody a copy of himself") {
    ScopeCentre centre;
    ScopePhone phone(centre, "张敏", {kEast});
    const RecordId home = phone.movesIn("陈桂英");
    const std::string monday = asks(phone);
    phone.meets(home, "星期二");
    const std::string tuesday = asks(phone);
    const std::string toTuesday = answers(centre, tuesday);
    const std::string toMonday = answers(centre, monday);
    const std::string after = standing(centre);

    SECTION("Monday's answer comes first") {
        takes(phone, toMonday);
        CHECK(safety(phone).safe == 1);
        takes(phone, toTuesday);
    }
    SECTION("Tuesday's answer comes first") {
        takes(phone, toTuesday);
        CHECK(safety(phone).safe == 2);
        CHECK(takes(phone, toMonday).overtaken.contains(kEast));
    }
    CHECK(safety(phone).safe == 2);
    CHECK(safety(phone).onlyHere == 0);
    CHECK(ok(phone.store().identities()).size() == 1);
    CHECK(standing(centre) == after);
    CHECK(centre.findings().empty());
    trip(phone, centre);
    CHECK(ok(phone.store().digest()) == ok(centre.folder().grids().view(kEast))->head().digest);
}

TEST_CASE("A stick that is answered after the phone was in town changes nothing any more") {
    ScopeCentre centre;
    ScopePhone phone(centre, "张敏", {kEast});
    ScopePhone town(centre, "李强", {kEast});
    const RecordId home = phone.movesIn("陈桂英");
    const std::string question = asks(phone);
    std::string answer;
    const bool handedInBefore = GENERATE(true, false);
    if (handedInBefore) answer = answers(centre, question);
    phone.meets(home, "在镇上");
    town.movesIn("王建国");
    town.settles();
    phone.settles();
    const std::string after = standing(phone);
    if (!handedInBefore) answer = answers(centre, question);

    CHECK(takes(phone, answer).overtaken.contains(kEast));
    CHECK(standing(phone) == after);
    CHECK(safety(phone).safe == 2);
    CHECK(ok(phone.store().identities()).size() == 1);
    CHECK(centre.findings().empty());
}

TEST_CASE("A stick that gets lost costs nothing: the next one says it again") {
    ScopeCentre centre;
    ScopePhone phone(centre, "张敏", {kEast});
    const RecordId home = phone.movesIn("陈桂英");
    asks(phone);
    phone.meets(home, "又来了");
    CHECK(trip(phone, centre).grids.at(kEast).sent == 2);
    CHECK(safety(phone).onlyHere == 0);
}

TEST_CASE("What went out on a stick is not withdrawn, even when a network is tried in vain afterwards") {
    ScopeCentre centre;
    ScopePhone phone(centre, "张敏", {kEast});
    const RecordId home = phone.movesIn("陈桂英");
    asks(phone);
    LocalStore& store = phone.store();
    ok(store.nextRequest());
    store.nothingSent();
    const auto withdrawn = store.withdraw(household.number(), home);
    REQUIRE_FALSE(withdrawn);
    CHECK(withdrawn.error().fault == Fault::refused);

    // The stick is written while a question to the network, which certainly never leaves, is still under way.
    ok(store.nextRequest());
    const RecordId again = phone.meets(home, "再来");
    asks(phone);
    store.nothingSent();
    CHECK_FALSE(store.withdraw(visit.number(), again));
}

TEST_CASE("A phone whose clock is ahead stamps anew what the answer asks it to, once") {
    ScopeCentre centre;
    TempFolder files;
    FakeClock ahead;
    ahead.advance(kDay / 8);
    auto folder = ok(DeviceFolder::open(files / "phone", allCollections(), ahead.source(), machineRandom()));
    ok(folder.enrol(centre.enrol("张敏", {kEast})));
    LocalStore& store = *ok(folder.store(kEast));
    CarrierClient client(folder, "story");
    const RecordId home = newRecord();
    ok(store.save(
        {household.number(), home, {{household.dwelling, recordId(9)}, {household.headName, std::string("陈桂英")}}}));
    const std::string first = ok(client.ask()), second = ok(client.ask());
    const std::string toFirst = answers(centre, first), toSecond = answers(centre, second);
    CHECK(ok(client.take(toFirst)).grids.at(kEast).turns == 1);
    CHECK(ok(store.safety()).onlyHere == 1);
    const std::string third = ok(client.ask());
    // The other one speaks of stamps that are not there any more: what is on its way must not change once more.
    CHECK(ok(client.take(toSecond)).overtaken.contains(kEast));
    CHECK(ok(client.take(answers(centre, third))).grids.at(kEast).sent == 1);
    CHECK(ok(store.safety()).onlyHere == 0);
    CHECK(ok(store.identities()).size() == 1);
    CHECK_FALSE(centre.read(household, home).isNew());
    CHECK(centre.findings().empty());
}

TEST_CASE("An answer to something else is refused, with words that say what to do") {
    ScopeCentre centre;
    ScopePhone phone(centre, "张敏", {kEast});
    ScopePhone other(centre, "李强", {kEast});
    phone.movesIn("陈桂英");
    const std::string question = asks(phone);
    const std::string answer = answers(centre, question);
    const std::string before = standing(phone);

    const auto fails = [](ScopePhone& whose, const std::string& file, std::string_view words) {
        const std::string was = standing(whose);
        const auto taken = CarrierClient(whose.folder(), "story").take(file);
        REQUIRE_FALSE(taken);
        CHECK_THAT(taken.error().message, ContainsSubstring(std::string(words)));
        CHECK(standing(whose) == was);
    };
    fails(other, answer, "meant for somebody else");
    fails(phone, question, "this is a question");
    fails(phone, "", "no carrier file");
    fails(phone, "qiaomen", "no carrier file");

    // The phone was set up anew in between, with the same keys: it has no memory of the question.
    std::filesystem::remove_all(phone.path() / "phone" / "carrier");
    fails(phone, answer, "did not ask, or has forgotten");
    CHECK(standing(phone) == before);
    CHECK(trip(phone, centre).grids.at(kEast).sent == 1);
    CHECK(centre.findings().empty());
}

TEST_CASE("Of many questions on their way, the oldest are forgotten, and none of what they said") {
    ScopeCentre centre;
    ScopePhone phone(centre, "张敏", {kEast});
    const RecordId home = phone.movesIn("陈桂英");
    for (int i = 0; i < 40; ++i) asks(phone);
    CarrierClient client(phone.folder(), "story");
    CHECK(client.waiting() == 32);
    phone.meets(home, "终于");
    trip(phone, centre);
    CHECK(safety(phone).onlyHere == 0);
}

TEST_CASE("Who says that there is more of him, and brings no change but his numbers, is answered as anybody") {
    ScopeCentre centre;
    ScopePhone phone(centre, "张敏", {kEast});
    phone.movesIn("陈桂英");
    trip(phone, centre);
    GridRequest request = ok(phone.store().nextRequest({.byHand = true}));
    REQUIRE(request.more);
    REQUIRE(request.changes.empty());
    request.refills = true;
    sign(request, phone.folder().device(), {}, phone.folder().signingKeys());
    const Grant grant = ok(centre.folder().access().recognise(phone.folder().enrolment()->token));
    const SyncReply reply = ok(centre.folder().hub().sync(grant, {.device = *grant.id, .grids = {request}}));
    REQUIRE(reply.grids.size() == 1);
    CHECK_FALSE(reply.grids.front().problem);
    CHECK(reply.grids.front().receipt.lastNumber == 1);
}
