// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <filesystem>

#include "shared/files/durable_file.h"
#include "syncserver/commands.h"
#include "tests/carrier/carrier_story.h"

using namespace qiaomen;
using namespace qiaomen::tests;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("A village without a network is a full member: its work goes out on a stick, and the others' comes back") {
    ScopeCentre centre;
    ScopePhone town(centre, "李强", {kEast});
    ScopePhone village(centre, "张敏", {kEast});
    const RecordId theirs = town.movesIn("王建国");
    town.settles();

    // 张敏's phone has never been near a network: the centre knows its token, and nothing else of it.
    const RecordId home = village.movesIn("陈桂英");
    village.meets(home, "屋顶漏雨");
    CHECK(safety(village).onlyHere == 2);
    const CarrierReport report = trip(village, centre);

    CHECK(report.grids.at(kEast).sent == 2);
    CHECK_FALSE(report.repeated);
    CHECK(safety(village).safe == 2);
    CHECK(safety(village).onlyHere == 0);
    CHECK(village.sees(household, theirs).text(household.headName) == "王建国");
    CHECK(centre.read(household, home).text(household.headName) == "陈桂英");
    CHECK(centre.findings().empty());

    // From now on both ways mix as they come.
    town.settles();
    CHECK(town.sees(household, home).text(household.headName) == "陈桂英");
    village.meets(home, "已修好");
    village.settles();
    CHECK(safety(village).safe == 3);
    CHECK(trip(village, centre).grids.at(kEast).received == 0);
    CHECK(ok(village.store().identities()).size() == 1);
}

TEST_CASE("Asked on Monday, saved on Tuesday, answered on Wednesday: the receipt covers Monday's, and Tuesday's wait") {
    ScopeCentre centre;
    ScopePhone phone(centre, "张敏", {kEast});
    TempFolder stick;
    const RecordId home = phone.movesIn("陈桂英");
    REQUIRE(CarrierClient(phone.folder(), "story").askInto(stick / "monday"));
    centre.clock().advance(kDay);
    const RecordId tuesday = phone.meets(home, "星期二");
    ok(writeDurably(stick / "answer", stick / "answer.new", answers(centre, ok(readWhole(stick / "monday")))));

    // The phone is switched off in between: what was asked is kept.
    phone.restart();
    CarrierClient client(phone.folder(), "story");
    CHECK(client.waiting() == 1);
    centre.clock().advance(kDay);
    const CarrierReport report = ok(client.takeFrom(stick / "answer"));
    CHECK(report.grids.at(kEast).sent == 1);
    CHECK(report.more);
    CHECK(report.answeredAtMs - report.askedAtMs == kDay);
    CHECK(client.waiting() == 0);
    CHECK(safety(phone).safe == 1);
    CHECK(safety(phone).onlyHere == 1);
    CHECK(centre.read(visit, tuesday).isNew());

    CHECK_FALSE(trip(phone, centre).more);
    CHECK(safety(phone).onlyHere == 0);
    CHECK_FALSE(centre.read(visit, tuesday).isNew());
    CHECK(centre.findings().empty());
}

TEST_CASE("A newcomer without a network gets the whole grid with the first answer") {
    ScopeCentre centre;
    ScopePhone town(centre, "李强", {kEast});
    const RecordId home = town.movesIn("王建国");
    // So often corrected that the log is much longer than what there is to know.
    std::vector<Edit> edits;
    for (int i = 0; i < 2'200; ++i)
        edits.push_back({household.number(), home, {{household.headName, "户主" + std::to_string(i)}}});
    ok(town.store().save(edits));
    town.settles();

    ScopePhone newcomer(centre, "张敏", {kEast});
    const CarrierReport report = trip(newcomer, centre);
    CHECK(report.grids.at(kEast).snapshots == 1);
    CHECK(newcomer.sees(household, home).text(household.headName) == "户主2199");
    CHECK(ok(newcomer.store().digest()) == ok(town.store().digest()));
}

TEST_CASE("A grid that was given while the phone was away is told by the answer") {
    ScopeCentre centre;
    ScopePhone phone(centre, "张敏", {kEast});
    trip(phone, centre);
    centre.gives("张敏", kWest);
    const CarrierReport report = trip(phone, centre);
    REQUIRE(report.given.size() == 1);
    CHECK(report.given.front() == GivenGrid{kWest, "西网格"});
    ok(phone.folder().hold(report.given.front()));
    CHECK(trip(phone, centre).grids.at(kWest).received == 1);
}

TEST_CASE("Somebody's phone that is online hands a file in for somebody else, over real HTTP") {
    ScopeCentre centre;
    ScopePhone village(centre, "张敏", {kEast});
    ScopePhone mule(centre, "李强", {kWest});
    const RecordId home = village.movesIn("陈桂英");
    const std::string question = asks(village);

    HttpTransport way({.server = centre.url(), .token = mule.folder().enrolment()->token, .caFile = {}});
    const std::string answer = ok(way.carry(question));
    CHECK_FALSE(centre.read(household, home).isNew());
    CHECK(takes(village, answer).grids.at(kEast).sent == 1);
    CHECK(safety(village).onlyHere == 0);

    // The mule may not even open that grid, and reads neither file.
    const auto asIts = CarrierClient(mule.folder(), "story").take(answer);
    REQUIRE_FALSE(asIts);
    CHECK(asIts.error().fault == Fault::invalid);
    CHECK_THAT(asIts.error().message, ContainsSubstring("somebody else"));

    SECTION("a stranger cannot hand in anything") {
        HttpTransport stranger({.server = centre.url(), .token = "guessed", .caFile = {}});
        const auto carried = stranger.carry(question);
        REQUIRE_FALSE(carried);
        CHECK(carried.error().fault == Fault::refused);
    }
    SECTION("what is no question comes back with the reason") {
        const auto carried = way.carry(answer);
        REQUIRE_FALSE(carried);
        CHECK(carried.error().fault == Fault::invalid);
        CHECK_THAT(carried.error().message, ContainsSubstring("this is an answer"));
    }
}

TEST_CASE("The administrator answers a stick with a command") {
    TempFolder place;
    FakeClock clock;
    Enrolment enrolment;
    {
        const auto centre = ok(CentreFolder::open({.folder = place / "centre",
                                                   .collections = allCollections(),
                                                   .clock = machineClock(),
                                                   .random = machineRandom()}));
        ok(centre->grids().createGrid(kEast));
        enrolment = {.server = "http://nowhere",
                     .token = ok(centre->access().add({.device = "手机", .worker = "张敏", .grids = {kEast}})),
                     .centreKey = centre->publicKey(),
                     .worker = "张敏",
                     .grids = {{kEast, "东网格"}}};
    }
    auto folder = ok(DeviceFolder::open(place / "phone", allCollections(), clock.source(), machineRandom()));
    ok(folder.enrol(enrolment));
    LocalStore& store = *ok(folder.store(kEast));
    ok(store.save({household.number(),
                   newRecord(),
                   {{household.dwelling, recordId(9)}, {household.headName, std::string("陈桂英")}}}));
    CarrierClient client(folder, "story");
    ok(client.askInto(place / "question"));

    const commands::DataOptions data{.folder = place / "centre"};
    const auto missing = commands::carry(data, place / "no such file", place / "answer");
    REQUIRE_FALSE(missing);
    CHECK(missing.error().fault == Fault::missing);
    ok(commands::carry(data, place / "question", place / "answer"));
    CHECK(ok(client.takeFrom(place / "answer")).grids.at(kEast).sent == 1);
    CHECK(ok(store.safety()).onlyHere == 0);
    const auto swapped = commands::carry(data, place / "answer", place / "answer 2");
    REQUIRE_FALSE(swapped);
    CHECK(swapped.error().fault == Fault::invalid);
    CHECK_FALSE(std::filesystem::exists(place / "answer 2"));
}
