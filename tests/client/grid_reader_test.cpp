// SPDX-License-Identifier: Apache-2.0
#include "shared/client/grid_reader.h"

#include "tests/client/neighbourhood.h"

namespace qiaomen::tests {
namespace {

struct Estate {
    FakeClock clock;
    TempFolder folder;
    std::unique_ptr<LocalStore> store = ok(LocalStore::open(phoneOptions(folder, alice, clock)));
    std::unique_ptr<GridReader> reader = ok(GridReader::open(*store));
    Family zhang = moveIn(*store, "2", "1", "301",
                          {{"张伟"}, {"张婆婆", "", "", "elder_alone chronic"}, {"张爷爷", "", "", "chronic"}});
    Family li = moveIn(*store, "10", "2", "101", {{"李强"}});

    RecordId visits(const RecordId& home, std::int64_t at, std::string_view outcome,
                    std::string_view confirmed = "") const {
        Edit edit{visit.number(),
                  newRecord(),
                  {{visit.household, home}, {visit.occurredAt, at}, {visit.way, "door"}, {visit.outcome, outcome}}};
        if (!confirmed.empty()) edit.values.push_back({visit.confirmed, confirmed});
        ok(store->save(edit));
        return edit.record;
    }
    RecordId needs(const RecordId& home, std::string_view state) const {
        const RecordId record = newRecord();
        ok(store->save({need.number(),
                        record,
                        {{need.household, home},
                         {need.heardAt, kMorning},
                         {need.text, "灯"},
                         {need.kind, "other"},
                         {need.state, state}}}));
        return record;
    }
};

}  // namespace

TEST_CASE("Doors tell how fresh our knowledge is, from what was learned there", "[reader]") {
    Estate estate;
    estate.visits(estate.zhang.household, kMorning - 3000, "met", "members contacts");
    estate.visits(estate.zhang.household, kMorning - 2000, "met");
    estate.visits(estate.zhang.household, kMorning - 1000, "not_home");
    estate.needs(estate.zhang.household, "open");
    estate.needs(estate.zhang.household, "met");

    const auto doors = ok(estate.reader->allDoors());
    REQUIRE(doors.size() == 2);
    const Door& door = doors[0];
    CHECK(door.building == "2栋");
    CHECK(door.headName == "张伟");
    CHECK(door.members == 3);
    CHECK(door.careTags == "elder_alone chronic");
    CHECK_FALSE(door.vacant);
    CHECK(door.fresh.lastMetMs == kMorning - 2000);
    CHECK(door.fresh.lastConfirmedMs == kMorning - 3000);
    CHECK(door.fresh.lastVisitMs == kMorning - 1000);
    CHECK(door.fresh.lastOutcome == "not_home");
    CHECK(door.fresh.openNeeds == 1);
    CHECK(doors[1].fresh.lastVisitMs == 0);
}

TEST_CASE("Opening a place looks up its own doors, and walks through no others", "[reader]") {
    const Estate estate;
    Database database(estate.store->file(), {.key = estate.store->key(), .readOnly = true});
    const auto plan = [&](const std::string& condition) {
        Statement rows = database.prepare("EXPLAIN QUERY PLAN SELECT d.id FROM dwelling d WHERE d._gone = 0" +
                                          condition);
        std::string words;
        while (rows.step()) words += std::string(rows.text(3)) + "; ";
        return words;
    };
    // As doors() asks.
    const std::string town = plan(" AND d.building = '3栋' AND coalesce(d.estate, '') = '锦绣花园'");
    CHECK(town.find("_door_of_building") != std::string::npos);
    const std::string village = plan(" AND coalesce(d.building, '') = '' AND coalesce(d.village_group, '') = '东庄组'");
    CHECK(village.find("_door_of_group (<expr>=? AND <expr>=?)") != std::string::npos);
}

TEST_CASE("Buildings stand in the order people count them, villages after them", "[reader]") {
    Estate estate;
    moveIn(*estate.store, "2", "2", "502", {{"赵敏"}});
    const RecordId farm = newRecord();
    ok(estate.store->save(
        {dwelling.number(),
         farm,
         {{dwelling.villageGroup, "东庄组"}, {dwelling.gate, "12"}, {dwelling.address, "东庄组12号"}}}));
    estate.visits(estate.zhang.household, kMorning, "met");

    const auto places = ok(estate.reader->places(kMorning - 1));
    REQUIRE(places.size() == 3);
    CHECK(places[0].name == "2栋");
    CHECK(places[0].doors == 2);
    CHECK(places[0].units == 2);
    CHECK(places[0].floors == 5);
    CHECK(places[0].met == 1);
    CHECK(places[1].name == "10栋");
    CHECK(places[2].name == "东庄组");
    CHECK(places[2].village);
    CHECK(places[2].households == 0);
    CHECK(ok(estate.reader->doors(places[0])).size() == 2);
    const auto houses = ok(estate.reader->doors(places[2]));
    REQUIRE(houses.size() == 1);
    CHECK(houses[0].dwelling == farm);
    CHECK(houses[0].vacant);
    CHECK(ok(estate.reader->places(kMorning + 1))[0].met == 0);
}

TEST_CASE("Who has moved out leaves an empty door behind", "[reader]") {
    Estate estate;
    ok(estate.store->save({household.number(), estate.li.household, {{household.movedOut, "2026-11-01"}}}));
    const auto doors = ok(estate.reader->allDoors());
    REQUIRE(doors.size() == 2);
    CHECK(doors[1].household.isNone());
    CHECK(doors[1].vacant);
    CHECK(ok(estate.reader->counts()).households == 1);
}

TEST_CASE("The household page has its people, its timeline and what is open", "[reader]") {
    Estate estate;
    ok(estate.store->save({resident.number(), estate.zhang.members[1], {{resident.livesHereTo, "2026-01-01"}}}));
    for (int i = 0; i < 5; ++i) estate.visits(estate.zhang.household, kMorning + i, "met");
    const RecordId done = estate.needs(estate.zhang.household, "met");
    const RecordId open = estate.needs(estate.zhang.household, "handling");

    const HouseholdView view = ok(estate.reader->household(estate.zhang.household, 3));
    CHECK(view.dwelling.id() == estate.zhang.dwelling);
    REQUIRE(view.members.size() == 3);
    CHECK(view.members[0].text(resident.fullName) == "张伟");
    CHECK(view.members[2].text(resident.fullName) == "张婆婆");
    REQUIRE(view.visits.size() == 3);
    CHECK(view.visits[0].integer(visit.occurredAt) == kMorning + 4);
    CHECK(view.visitCount == 5);
    REQUIRE(view.needs.size() == 2);
    CHECK(view.needs[0].id() == open);
    CHECK(view.needs[1].id() == done);
    CHECK(view.fresh.openNeeds == 1);
    CHECK(ok(estate.reader->visits(estate.zhang.household, kMorning + 2, 10)).size() == 2);
    CHECK(estate.reader->household(newRecord()).error().fault == Fault::missing);
}

TEST_CASE("Counts say what they count, and since when", "[reader]") {
    Estate estate;
    estate.visits(estate.zhang.household, kMorning - 10, "met");
    estate.visits(estate.zhang.household, kMorning + 10, "not_home");
    estate.visits(estate.li.household, kMorning + 20, "met");
    const GridCounts all = ok(estate.reader->counts());
    CHECK(all.dwellings == 2);
    CHECK(all.households == 2);
    CHECK(all.residents == 4);
    CHECK(all.visits == 3);
    CHECK(all.householdsMet == 2);
    const GridCounts today = ok(estate.reader->counts(kMorning));
    CHECK(today.visits == 2);
    CHECK(today.householdsMet == 1);
    const auto outcomes = ok(estate.reader->visitsByOutcome(0));
    REQUIRE(outcomes.size() == 2);
    CHECK(outcomes[0].code == "met");
    CHECK(outcomes[0].count == 2);
    CHECK(ok(estate.reader->recentVisits(2)).front().integer(visit.occurredAt) == kMorning + 20);
}

TEST_CASE("A page reads on while a save is under way in another thread's hands", "[reader]") {
    Estate estate;
    const Subscription listening = estate.store->observe(
        [&](const StoreChange&) { CHECK(ok(estate.reader->counts()).visits == 1); });
    estate.visits(estate.zhang.household, kMorning, "met");
}

}  // namespace qiaomen::tests
