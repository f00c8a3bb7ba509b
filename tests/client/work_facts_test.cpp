// SPDX-License-Identifier: Apache-2.0
//
// From the records in a store to the worklist: what is saved at one door shows on the list, and nothing else does.
#include "shared/domain/worklist.h"

#include <algorithm>

#include "shared/client/quick_visit.h"
#include "tests/client/neighbourhood.h"
#include "tests/support/questions.h"

namespace qiaomen::tests {
namespace {

constexpr std::int64_t kHour = 3'600'000;
constexpr std::int64_t kDay = 24 * kHour;
const WallClock kNow{kMorning + 18 * kHour, 480};  // Monday 23 November 2026, ten o'clock

struct FourFamilies {
    FakeClock clock{kNow.ms};
    TempFolder folder;
    std::unique_ptr<LocalStore> store = ok(LocalStore::open(phoneOptions(folder, alice, clock)));
    std::unique_ptr<GridReader> reader = ok(GridReader::open(*store));
    Family low = moveIn(*store, "3", "2", "101", {{"赵敏"}});
    Family high = moveIn(*store, "3", "2", "501", {{"王秀英", "", "", "elder_alone"}});
    Family first = moveIn(*store, "3", "1", "301", {{"李强"}});
    Family far = moveIn(*store, "10", "1", "101", {{"陈静"}});

    RecordId save(const Collection& collection, std::vector<FieldValue> values) const {
        const RecordId id = newRecord();
        ok(store->save({collection.number(), id, std::move(values)}));
        return id;
    }
    RecordId visits(const Family& family, int daysAgo, std::string_view outcome,
                    std::vector<FieldValue> more = {}) const {
        more.insert(more.end(), {{visit.household, family.household},
                                 {visit.occurredAt, kNow.ms - daysAgo * kDay},
                                 {visit.way, "door"},
                                 {visit.outcome, outcome}});
        std::ranges::sort(more, {}, &FieldValue::field);
        return save(visit, std::move(more));
    }
    [[nodiscard]] WorkFacts facts() const { return ok(reader->workFacts(ok(reader->allDoors()), kNow)); }
    [[nodiscard]] Worklist list() const { return worklist(facts(), kNow); }
    void everybodyMet(int daysAgo) const {
        for (const Family* family : {&low, &high, &first, &far}) visits(*family, daysAgo, "met");
    }
};

std::string rooms(const FourFamilies& street, const Worklist& list) {
    std::vector<Door> doors = ok(street.reader->allDoors());
    std::string text;
    for (const WorkDoor& door : list.doors) {
        text += (text.empty() ? "" : " ") + doors[door.position].building + doors[door.position].room + ":" +
                std::string(code(door.lead().rule));
    }
    return text;
}

}  // namespace

TEST_CASE("Stairs are climbed once: what is equally urgent stands in walking order", "[today]") {
    FourFamilies street;
    street.everybodyMet(40);
    for (const Family* family : {&street.far, &street.low, &street.first, &street.high}) {
        ok(street.store->save({household.number(), family->household, {{household.nextVisit, "2026-11-23"}}}));
    }
    CHECK(rooms(street, street.list()) == "3栋301:agreed 3栋501:agreed 3栋101:agreed 10栋101:agreed");
}

TEST_CASE("A visit takes a door off the list, and a correction of it puts the door back", "[today]") {
    FourFamilies street;
    street.everybodyMet(8);
    CHECK(rooms(street, street.list()) == "3栋501:care");
    const RecordId today = street.visits(street.high, 0, "met");
    CHECK(street.list().doors.empty());
    street.visits(street.high, 0, "not_home", {{visit.corrects, today}});
    const WorkFacts facts = street.facts();
    const auto home = std::ranges::find(facts.households, street.high.household, &WorkHousehold::household);
    REQUIRE(home->visits.size() == 2);
    CHECK(home->visits.front().outcome == "not_home");
    CHECK(home->visits.back().outcome == "met");
    CHECK(rooms(street, street.list()) == "3栋501:care");
}

TEST_CASE("A withdrawn visit spends nothing of the budget, and neither does its withdrawal", "[today]") {
    FourFamilies street;
    street.everybodyMet(3);
    const RecordId mistaken = street.visits(street.low, 1, "met");
    CHECK(street.facts().households.size() == 4);
    const auto knocks = [&] {
        const WorkFacts facts = street.facts();
        return knocksThisWeek(
            std::ranges::find(facts.households, street.low.household, &WorkHousehold::household)->visits, kNow);
    };
    CHECK(knocks() == 2);
    street.visits(street.low, 1, "met", {{visit.corrects, mistaken}, {visit.withdraws, true}});
    CHECK(knocks() == 1);
}

TEST_CASE("The agreed step is that of the visit that agreed the day", "[today]") {
    FourFamilies street;
    street.everybodyMet(10);
    street.visits(street.low, 9, "met", {{visit.nextStep, "带申请表"}, {visit.nextDate, "2026-11-23"}});
    street.visits(street.low, 5, "met", {{visit.nextStep, "别的事"}, {visit.nextDate, "2027-01-01"}});
    ok(street.store->save({household.number(), street.low.household, {{household.nextVisit, "2026-11-23"}}}));
    const auto list = street.list();
    REQUIRE(list.doors.size() == 2);
    CHECK(list.doors[1].lead().text == "带申请表");
}

TEST_CASE("Needs, hazards and people come with what the rules ask of them; what is closed or gone does not",
          "[today]") {
    FourFamilies street;
    street.everybodyMet(0);
    const auto needs = [&](std::string_view state) {
        return street.save(need, {{need.household, street.low.household},
                                  {need.heardAt, kNow.ms - 8 * kDay},
                                  {need.text, "灯"},
                                  {need.kind, "other"},
                                  {need.state, state}});
    };
    const RecordId open = needs("open");
    needs("met");
    street.save(hazard, {{hazard.foundAt, kNow.ms - 7 * kDay},
                         {hazard.kind, "wiring"},
                         {hazard.risk, "general"},
                         {hazard.place, "门口电箱"}});
    const auto list = street.list();
    REQUIRE(list.doors.size() == 2);
    CHECK(list.doors[0].lead().about == open);
    CHECK(list.doors[1].household.isNone());
    CHECK(list.doors[1].lead().text == "门口电箱");
    const WorkFacts facts = street.facts();
    CHECK(facts.households.size() == 4);
    CHECK(facts.households[1].people.front().name == "王秀英");
    CHECK(facts.hazards.size() == 1);

    ok(street.store->save({household.number(), street.low.household, {{household.movedOut, "2026-11-20"}}}));
    CHECK(street.facts().households.size() == 3);
}

TEST_CASE("A note puts something off until its day; the latest note about a thing counts", "[today]") {
    FourFamilies street;
    street.everybodyMet(8);
    const auto putOff = [&](std::string_view until, std::int64_t at) {
        street.save(planNote, {{planNote.household, street.high.household},
                               {planNote.kind, "put_off"},
                               {planNote.rule, "care"},
                               {planNote.notedAt, at},
                               {planNote.until, until},
                               {planNote.reason, "away"}});
    };
    putOff("2026-11-30", kNow.ms - 2 * kHour);
    auto list = street.list();
    REQUIRE(list.doors.size() == 1);
    CHECK(list.doors[0].lead().hold == WorkHold::putOff);
    CHECK(list.doors[0].lead().holdReason == "away");
    putOff("2026-11-23", kNow.ms - kHour);
    CHECK(street.list().doors[0].lead().hold == WorkHold::none);
}

TEST_CASE("A door order shows by its next act until it is done, and as long as a worker carries papers",
          "[today][order]") {
    FourFamilies street;
    street.everybodyMet(0);
    const RecordId order = street.save(doorOrder, {{doorOrder.household, street.low.household},
                                                   {doorOrder.kind, "door"},
                                                   {doorOrder.what, "代取药"},
                                                   {doorOrder.askedAt, kNow.ms - kDay}});
    const auto step = [&](std::string_view act, int hoursAgo, std::vector<FieldValue> more = {}) {
        more.insert(
            more.begin(),
            {{orderStep.order, order}, {orderStep.act, act}, {orderStep.occurredAt, kNow.ms - hoursAgo * kHour}});
        return street.save(orderStep, std::move(more));
    };
    const auto next = [&] { return static_cast<OrderAct>(street.list().doors.front().lead().number); };
    REQUIRE(rooms(street, street.list()) == "3栋101:order");
    CHECK(next() == OrderAct::accept);
    CHECK(street.list().doors.front().lead().text == "代取药");
    step("accepted", 5, {{orderStep.agreedOn, "2026-11-23"}});
    CHECK(next() == OrderAct::done);
    const RecordId paper = street.save(carriedPaper, {{carriedPaper.order, order},
                                                      {carriedPaper.paperName, "医保卡"},
                                                      {carriedPaper.form, "original"},
                                                      {carriedPaper.takenAt, kNow.ms - 4 * kHour}});
    const RecordId finished = step("done", 3);
    CHECK(next() == OrderAct::returnPapers);
    ok(street.store->save({carriedPaper.number(), paper, {{carriedPaper.returnedAt, kNow.ms}}}));
    CHECK(rooms(street, street.list()) == "");
    step("done", 2, {{orderStep.corrects, finished}, {orderStep.withdraws, true}});
    CHECK(next() == OrderAct::done);
}

TEST_CASE("The first card of a grid follows from its record; a new telephone number makes all cards outdated",
          "[today]") {
    FourFamilies street;
    street.everybodyMet(10);
    const RecordId own = newRecord();
    const auto renewals = [&] {
        std::string text;
        const Worklist list = street.list();
        for (const WorkDoor& door : list.doors) {
            for (const WorkEntry& entry : door.entries) {
                if (entry.rule == WorkRule::card) text += entry.code + " -> " + entry.text + "; ";
            }
        }
        return text;
    };
    CHECK(renewals().empty());
    ok(street.store->save(
        {grid.number(), own, {{grid.code, "01"}, {grid.gridName, "第一网格"}, {grid.worker, "李敏"}}}));
    const std::string first = ok(street.reader->newestCard());
    CHECK(first == "2026-11-23 10:00");
    CHECK(renewals() == " -> " + first + "; ");  // behind the door of Mrs Wang, who is due for a care visit

    const HouseholdView home = ok(street.reader->household(street.high.household));
    CHECK(home.newestCard == first);
    ok(street.store->save(quickVisit({newRecord(), home.household, "李敏", kNow.ms, true, home.newestCard})));
    CHECK(ok(street.store->read(household.number(), street.high.household)).text(household.cardVersion) == first);
    CHECK(renewals().empty());

    street.clock.advance(60'000);
    ok(street.store->save({grid.number(), own, {{grid.phone, "0551-0000000"}}}));
    CHECK(renewals() == first + " -> 2026-11-23 10:01; ");
}

TEST_CASE("A question set waits for the households that it concerns, until they have answered", "[today][questions]") {
    FourFamilies street;
    street.everybodyMet(10);
    for (const Family* family : {&street.low, &street.first})
        ok(street.store->save({dwelling.number(), family->dwelling, {{dwelling.use, "let"}}}));
    const RecordId set = bringQuestions(*street.store, kHeatingSet);
    const auto waiting = [&] {
        std::string text;
        for (const WorkHousehold& home : street.facts().households) {
            for (const WorkQuestions& one : home.questions)
                text += std::to_string(one.open) + (one.askedToday ? " asked today; " : "; ");
        }
        return text;
    };
    CHECK(waiting() == "6; 6; ");
    const auto asked = ok(street.reader->household(street.low.household)).questions;
    REQUIRE(asked.size() == 6);
    CHECK(asked[0].set == set);
    const RecordId visited = street.visits(street.low, 0, "met");
    for (const PosedQuestion& one : asked) {
        street.save(questionAnswer, {{questionAnswer.household, street.low.household},
                                     {questionAnswer.question, one.question.id},
                                     {questionAnswer.visit, visited},
                                     {questionAnswer.answeredAt, kNow.ms},
                                     {questionAnswer.response, "declined"}});
    }
    CHECK(waiting() == "6; 0 asked today; ");
    street.visits(street.low, 0, "met", {{visit.corrects, visited}, {visit.withdraws, true}});
    CHECK(waiting() == "6; 6; ");  // the visit was taken back, and its answers with it

    street.clock.set(kNow.ms + 30 * kDay);  // the set is over
    CHECK(ok(street.reader->household(street.low.household)).questions.empty());
}

}  // namespace qiaomen::tests
