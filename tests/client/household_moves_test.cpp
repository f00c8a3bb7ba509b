// SPDX-License-Identifier: Apache-2.0
#include "shared/client/household_moves.h"

#include "shared/client/quick_visit.h"
#include "tests/client/neighbourhood.h"

namespace qiaomen::tests {
namespace {

/// The Wangs of 501: grandmother, who is the head, her son, his wife and a child.
struct Stairs {
    FakeClock clock;
    TempFolder folder;
    std::unique_ptr<LocalStore> store = ok(LocalStore::open(phoneOptions(folder, alice, clock)));
    std::unique_ptr<GridReader> reader = ok(GridReader::open(*store));
    Family wang = moveIn(*store, "3", "2", "501", {{"王秀英"}, {"王强"}, {"李梅"}, {"王小宝"}});
    Family zhao = moveIn(*store, "3", "2", "502", {{"赵敏"}});
    RecordId granny = wang.members[0], son = wang.members[1], wife = wang.members[2], child = wang.members[3];
    MoveNote note{.id = newRecord(),
                  .day = "2026-11-20",
                  .today = "2026-11-22",
                  .place = {},
                  .reason = {},
                  .words = {},
                  .worker = "李敏",
                  .notedAtMs = kMorning};

    [[nodiscard]] Home home(const RecordId& id) const {
        HouseholdView view = ok(reader->household(id));
        Home home{view.household, {}, {}};
        for (const Record& member : view.members) {
            if (member.text(resident.livesHereTo).empty()) home.members.push_back(member);
        }
        for (const auto* list : {&view.needs, &view.anchors})
            home.belongings.insert(home.belongings.end(), list->begin(), list->end());
        return home;
    }
    [[nodiscard]] Home home() const { return home(wang.household); }
    static Split splitOff(std::set<RecordId> who, const RecordId& head, const RecordId& door) {
        Split split;
        split.parting.who = std::move(who);
        split.newHead = head;
        split.newHousehold = newRecord();
        split.dwelling = door;
        return split;
    }
    void save(const std::vector<Edit>& edits) const { ok(store->save(edits)); }
    [[nodiscard]] std::string peopleOf(const RecordId& id) const {
        std::string names;
        for (const Record& member : home(id).members)
            names += member.text(resident.fullName) + "(" + member.text(resident.relation) + ") ";
        return names;
    }
    [[nodiscard]] Record read(const Collection& collection, const RecordId& id) const {
        return ok(store->read(collection.number(), id));
    }
};

}  // namespace

TEST_CASE("The son's family splits off behind the same door; grandmother stays the head of hers", "[moves]") {
    Stairs stairs;
    const Split split = Stairs::splitOff({stairs.son, stairs.wife, stairs.child}, stairs.son, stairs.wang.dwelling);
    REQUIRE(problemOfSplitting(stairs.home(), split, stairs.note) == MoveProblem::none);
    stairs.save(splitting(stairs.home(), split, stairs.note));

    CHECK(stairs.peopleOf(stairs.wang.household) == "王秀英(0) ");
    CHECK(stairs.home(split.newHousehold).members.size() == 3);
    CHECK(stairs.read(household, split.newHousehold).text(household.headName) == "王强");
    CHECK(stairs.read(resident, stairs.son).text(resident.relation) == "0");
    // They never left the dwelling.
    CHECK(stairs.read(resident, stairs.son).text(resident.livesHereFrom).empty());
    const auto doors = ok(stairs.reader->doors({"锦绣花园", "3栋"}));
    CHECK(std::ranges::count(doors, stairs.wang.dwelling, &Door::dwelling) == 2);

    const auto told = ok(stairs.reader->household(split.newHousehold)).moves;
    REQUIRE(told.size() == 1);
    CHECK(told[0].text(householdMove.kind) == "split");
    CHECK(told[0].reference(householdMove.household) == stairs.wang.household);
    CHECK(told[0].text(householdMove.people).find("王强") != std::string::npos);
}

TEST_CASE("Whoever splits off to another door lives there from that day, and takes their own papers along", "[moves]") {
    Stairs stairs;
    const RecordId lease = newRecord(), permit = newRecord();
    stairs.save({{anchor.number(),
                  lease,
                  {{anchor.household, stairs.wang.household}, {anchor.kind, "lease"}, {anchor.title, "租赁合同"}}},
                 {anchor.number(),
                  permit,
                  {{anchor.household, stairs.wang.household},
                   {anchor.resident, stairs.wife},
                   {anchor.kind, "certificate"},
                   {anchor.title, "居住证"}}}});
    const Split split = Stairs::splitOff({stairs.son, stairs.wife}, stairs.wife, stairs.zhao.dwelling);
    stairs.save(splitting(stairs.home(), split, stairs.note));
    CHECK(stairs.read(resident, stairs.wife).text(resident.livesHereFrom) == "2026-11-20");
    CHECK(stairs.read(anchor, permit).reference(anchor.household) == split.newHousehold);
    CHECK(stairs.read(anchor, lease).reference(anchor.household) == stairs.wang.household);
}

TEST_CASE("When the head leaves, those who stay choose another, and no relation to the old one is kept", "[moves]") {
    Stairs stairs;
    stairs.save({{resident.number(), stairs.wife, {{resident.relation, "3"}}}});
    Parting parting{{stairs.granny}, {}};
    CHECK(problemOfMovingOut(stairs.home(), parting, stairs.note) == MoveProblem::stayingHead);
    parting.stayingHead = stairs.granny;
    CHECK(problemOfMovingOut(stairs.home(), parting, stairs.note) == MoveProblem::stayingHead);
    parting.stayingHead = stairs.son;
    REQUIRE(problemOfMovingOut(stairs.home(), parting, stairs.note) == MoveProblem::none);
    stairs.note.reason = "family";
    stairs.save(movingOut(stairs.home(), parting, stairs.note));
    CHECK(stairs.read(household, stairs.wang.household).text(household.headName) == "王强");
    CHECK(stairs.read(resident, stairs.son).text(resident.relation) == "0");
    CHECK(stairs.read(resident, stairs.wife).text(resident.relation).empty());
    CHECK(stairs.read(resident, stairs.granny).text(resident.livesHereTo) == "2026-11-20");
    CHECK(stairs.read(resident, stairs.granny).text(resident.changeReason) == "投靠亲属");
    CHECK(stairs.read(household, stairs.wang.household).text(household.movedOut).empty());
}

TEST_CASE("When all leave, the household has moved out, and its door is free", "[moves]") {
    Stairs stairs;
    const Parting all{{stairs.granny, stairs.son, stairs.wife, stairs.child}, {}};
    stairs.save(movingOut(stairs.home(), all, stairs.note));
    CHECK(stairs.read(household, stairs.wang.household).text(household.movedOut) == "2026-11-20");
    const auto doors = ok(stairs.reader->doors({"锦绣花园", "3栋"}));
    CHECK(std::ranges::find(doors, stairs.wang.dwelling, &Door::dwelling)->vacant);
}

TEST_CASE("Two households join: people and open needs go along, the visits stay in the history", "[moves]") {
    Stairs stairs;
    const RecordId lamp = newRecord();
    stairs.save({{need.number(),
                  lamp,
                  {{need.household, stairs.zhao.household},
                   {need.heardAt, kMorning},
                   {need.text, "灯"},
                   {need.kind, "other"}}}});
    const Home goes = stairs.home(stairs.zhao.household);
    const Record stays = stairs.home().household;
    REQUIRE(problemOfJoining(goes, stays, stairs.note) == MoveProblem::none);
    CHECK(problemOfJoining(goes, goes.household, stairs.note) == MoveProblem::sameHousehold);
    CHECK(problemOfJoining(goes, Record(household.number(), {}), stairs.note) == MoveProblem::otherHousehold);
    stairs.save(joining(goes, stays, stairs.note));
    CHECK(stairs.home().members.size() == 5);
    CHECK(stairs.read(resident, stairs.zhao.members[0]).text(resident.relation).empty());
    CHECK(stairs.read(need, lamp).reference(need.household) == stairs.wang.household);
    CHECK(stairs.read(household, stairs.zhao.household).text(household.movedOut) == "2026-11-20");
    CHECK(ok(stairs.reader->household(stairs.wang.household)).moves.size() == 1);
}

TEST_CASE("A newcomer comes to a household, and a family to an empty door", "[moves]") {
    Stairs stairs;
    const RecordId baby = newRecord(), tenant = newRecord(), home = newRecord();
    stairs.save(
        movingIn(stairs.wang.household, {}, {resident.number(), baby, {{resident.fullName, "王小妹"}}}, stairs.note));
    CHECK(stairs.home().members.size() == 5);
    CHECK(stairs.read(resident, baby).text(resident.livesHereFrom) == "2026-11-20");

    const Parting all{{stairs.zhao.members[0]}, {}};
    stairs.note.id = newRecord();
    stairs.save(movingOut(stairs.home(stairs.zhao.household), all, stairs.note));
    stairs.note.id = newRecord();
    stairs.save(
        movingIn(home, stairs.zhao.dwelling, {resident.number(), tenant, {{resident.fullName, "孙涛"}}}, stairs.note));
    CHECK(stairs.peopleOf(home) == "孙涛(0) ");
    CHECK(stairs.read(household, home).text(household.headName) == "孙涛");

    stairs.note.id = newRecord();
    stairs.save(comingBack(stairs.read(household, stairs.zhao.household), stairs.read(resident, stairs.zhao.members[0]),
                           stairs.note));
    CHECK(stairs.home(stairs.zhao.household).members.size() == 1);
    CHECK(stairs.read(household, stairs.zhao.household).text(household.movedOut).empty());
}

TEST_CASE("What is missing is named, and a move is written down when it has happened", "[moves]") {
    Stairs stairs;
    const Home home = stairs.home();
    const std::set<RecordId> all{stairs.granny, stairs.son, stairs.wife, stairs.child};
    const auto splits = [&](std::set<RecordId> who, const RecordId& head, const RecordId& door) {
        return problemOfSplitting(home, Stairs::splitOff(std::move(who), head, door), stairs.note);
    };
    CHECK(splits({}, {}, stairs.wang.dwelling) == MoveProblem::nobody);
    CHECK(splits(all, stairs.son, stairs.wang.dwelling) == MoveProblem::everybody);
    CHECK(splits({stairs.son}, stairs.wife, stairs.wang.dwelling) == MoveProblem::newHead);
    CHECK(splits({stairs.granny}, stairs.granny, stairs.wang.dwelling) == MoveProblem::stayingHead);
    CHECK(splits({stairs.son}, stairs.son, {}) == MoveProblem::dwelling);
    CHECK(problemOfMovingOut(home, {}, stairs.note) == MoveProblem::nobody);
    CHECK(problemOfMovingIn({}, stairs.note) == MoveProblem::name);
    stairs.note.day = "2026-11-23";
    CHECK(problemOfMovingOut(home, {{stairs.son}, {}}, stairs.note) == MoveProblem::dayAhead);
    stairs.note.day.clear();
    CHECK(problemOfMovingOut(home, {{stairs.son}, {}}, stairs.note) == MoveProblem::day);
}

TEST_CASE("Who asked last is told for each group, and what was taken back does not count", "[reader]") {
    Stairs stairs;
    const auto met = [&](std::int64_t at, const char* confirmed, const char* worker) {
        const RecordId id = newRecord();
        stairs.save({{visit.number(),
                      id,
                      {{visit.household, stairs.wang.household},
                       {visit.occurredAt, at},
                       {visit.way, "door"},
                       {visit.outcome, "met"},
                       {visit.confirmed, confirmed},
                       {visit.worker, worker}}}});
        return id;
    };
    met(kMorning - 3000, "members contacts", "陈志强");
    met(kMorning - 2000, "contacts", "李敏");
    const RecordId wrong = met(kMorning - 1000, "members", "李敏");
    stairs.save({{visit.number(),
                  newRecord(),
                  {{visit.household, stairs.wang.household},
                   {visit.occurredAt, kMorning},
                   {visit.way, "door"},
                   {visit.outcome, "met"},
                   {visit.corrects, wrong},
                   {visit.withdraws, true}}}});
    const auto asked = ok(stairs.reader->household(stairs.wang.household)).asked;
    REQUIRE(asked.size() == 2);
    CHECK(asked[0].group == "members");
    CHECK(asked[0].worker == "陈志强");
    CHECK(asked[1].group == "contacts");
    CHECK(asked[1].atMs == kMorning - 2000);
}

TEST_CASE("A card that is left is the newest one, and the household holds it", "[moves]") {
    Stairs stairs;
    stairs.save({{household.number(), stairs.zhao.household, {{household.cardVersion, "2026-10"}}},
                 {household.number(), stairs.wang.household, {{household.cardVersion, "2026-9"}}}});
    CHECK(ok(stairs.reader->newestCard()) == "2026-10");
    const QuickVisit quick{newRecord(), stairs.home().household, "李敏", kMorning, true, "2026-10"};
    stairs.save(quickVisit(quick));
    CHECK(stairs.read(household, stairs.wang.household).text(household.cardVersion) == "2026-10");
    CHECK(stairs.read(visit, quick.id).text(visit.outcome) == "not_home");
    CHECK(stairs.read(visit, quick.id).get(visit.cardLeft) == Value(true));
    CHECK_FALSE(cardHeld(stairs.home().household, "2026-10"));
    CHECK(quickVisit({newRecord(), stairs.home().household, "", kMorning, false, "2026-11"}).size() == 1);
}

}  // namespace qiaomen::tests
