// SPDX-License-Identifier: Apache-2.0
//
// A save is taken back: as if it had never been while nobody knows of it, by new changes afterwards.
#include <algorithm>

#include "tests/client/neighbourhood.h"

namespace qiaomen::tests {
namespace {

struct StreetOfVisits : Neighbours {
    LocalStore& store() { return alicePhone.store(); }

    /// A visit, a note and a work unit that were none before, and a need: one save.
    struct Act {
        RecordId visit = newRecord(), need = newRecord();
        Saved saved;
    };
    Act visits() {
        Act act;
        const std::vector<Edit> edits = {
            {visit.number(),
             act.visit,
             {{visit.household, wang.household},
              {visit.occurredAt, kMorning},
              {visit.way, "door"},
              {visit.outcome, "met"}}},
            {resident.number(), wang.members[1], {{resident.workUnit, "纺织厂"}, {resident.fullName, "王小强"}}},
            {need.number(),
             act.need,
             {{need.household, wang.household}, {need.heardAt, kMorning}, {need.text, "扶手"}, {need.kind, "housing"}}}};
        act.saved = ok(store().save(edits));
        return act;
    }
    Record son() { return alicePhone.sees(resident, wang.members[1]); }
    bool allEqual() {
        const Hash128 all = centre.digest().total();
        return ok(alicePhone.store().digest()) == all && ok(bobPhone.store().digest()) == all;
    }
};

}  // namespace

TEST_CASE("A save that nobody knows of is taken back whole, and its numbers are given again", "[undo]") {
    StreetOfVisits street;
    const Hash128 before = ok(street.store().digest());
    const StreetOfVisits::Act act = street.visits();
    REQUIRE(act.saved.count() == 3);
    ok(street.store().withdraw(visit.number(), act.visit));
    CHECK(ok(street.store().digest()) == before);
    CHECK(street.alicePhone.sees(visit, act.visit).isNew());
    CHECK(street.alicePhone.sees(need, act.need).isNew());
    CHECK(street.son().text(resident.fullName) == "王强");
    CHECK(street.son().stampOf(resident.workUnit).isNone());
    CHECK(ok(street.store().safety()).onlyHere == 0);
    CHECK(ok(street.store().search("王小强", 5)).empty());

    CHECK(street.visits().saved.firstNumber == act.saved.firstNumber);
    street.alicePhone.restart();  // durable
    street.alicePhone.sync();
    street.bobPhone.sync();
    CHECK(street.bobPhone.sees(visit, act.visit).isNew());
    CHECK(street.allEqual());
}

TEST_CASE("What was saved after a withdrawn save moves up, and reaches everybody", "[undo]") {
    StreetOfVisits street;
    const StreetOfVisits::Act act = street.visits();
    const RecordId later = street.alicePhone.meets(street.wang.household, "后来");
    ok(street.store().withdraw(visit.number(), act.visit));
    CHECK(ok(street.store().safety()).onlyHere == 1);
    CHECK(ok(street.store().outbox(1)).front().change.number == act.saved.firstNumber);
    CHECK(street.alicePhone.syncEast().sent == 1);
    street.bobPhone.sync();
    CHECK(street.bobPhone.sees(visit, later).text(visit.remark) == "后来");
    CHECK(street.allEqual());
}

TEST_CASE("A request that never left the phone keeps nothing", "[undo]") {
    StreetOfVisits street;
    const StreetOfVisits::Act act = street.visits();
    street.alicePhone.way().connected = false;
    CHECK_THROWS(street.alicePhone.sync());
    ok(street.store().withdraw(visit.number(), act.visit));
    street.alicePhone.way().connected = true;
    CHECK(street.alicePhone.syncEast().sent == 0);
}

TEST_CASE("A request that got through is not forgotten when the next one does not", "[undo]") {
    StreetOfVisits street;
    const StreetOfVisits::Act act = street.visits();
    street.alicePhone.way().loseReplies = 1;
    CHECK_THROWS(street.alicePhone.sync());
    street.alicePhone.way().connected = false;
    CHECK_THROWS(street.alicePhone.sync());
    CHECK(street.store().withdraw(visit.number(), act.visit).error().fault == Fault::refused);
}

TEST_CASE("Withdrawing survives a restart right after it", "[undo]") {
    StreetOfVisits street;
    const StreetOfVisits::Act act = street.visits();
    ok(street.store().withdraw(visit.number(), act.visit));
    street.alicePhone.restart();
    CHECK(street.alicePhone.sees(visit, act.visit).isNew());
    CHECK(ok(street.store().safety()).onlyHere == 0);
}

TEST_CASE("What was once in a request is not withdrawn: it may be at the centre", "[undo]") {
    StreetOfVisits street;
    const StreetOfVisits::Act act = street.visits();
    const auto refusedNow = [&] {
        const auto outcome = street.store().withdraw(visit.number(), act.visit);
        return !outcome && outcome.error().fault == Fault::refused;
    };
    SECTION("the answer got lost") {
        street.alicePhone.way().loseReplies = 1;
        CHECK_THROWS(street.alicePhone.sync());
        CHECK(refusedNow());
    }
    SECTION("the request is still being sent") {
        ok(street.store().nextRequest());
        CHECK(refusedNow());
    }
    SECTION("the app was closed, and nobody remembers what it sent") {
        street.alicePhone.restart();
        CHECK(refusedNow());
    }
    SECTION("it is safe") {
        street.alicePhone.sync();
        CHECK(refusedNow());
    }
    CHECK(street.alicePhone.sees(visit, act.visit).isVisible());
}

TEST_CASE("A save with something built on it is not withdrawn", "[undo]") {
    StreetOfVisits street;
    const StreetOfVisits::Act act = street.visits();
    street.alicePhone.edits(need, act.need, need.urgency, "now");
    const auto outcome = street.store().withdraw(visit.number(), act.visit);
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().fault == Fault::refused);
    CHECK(street.alicePhone.sees(need, act.need).isVisible());
}

TEST_CASE("What this device did not save, it cannot take back", "[undo]") {
    StreetOfVisits street;
    const RecordId theirs = street.bobPhone.meets(street.wang.household);
    street.bobPhone.sync();
    street.alicePhone.sync();
    CHECK(street.store().withdraw(visit.number(), theirs).error().fault == Fault::missing);
    CHECK(street.store().reversal(visit.number(), theirs).error().fault == Fault::missing);
    CHECK(street.store().withdraw(visit.number(), newRecord()).error().fault == Fault::missing);
}

TEST_CASE("After it was sent, registers go back by new changes, except where somebody wrote since", "[undo]") {
    StreetOfVisits street;
    const StreetOfVisits::Act act = street.visits();
    street.alicePhone.sync();
    street.bobPhone.sync();
    street.clock.advance(1000);
    street.bobPhone.edits(resident, street.wang.members[1], resident.workUnit, "小学");
    street.bobPhone.sync();
    street.alicePhone.sync();

    const std::vector<Edit> back = ok(street.store().reversal(visit.number(), act.visit));
    REQUIRE(back.size() == 2);
    CHECK(back[0].record == act.need);
    CHECK(back[0].remove);
    CHECK(back[1].values == std::vector<FieldValue>{{resident.fullName, "王强"}});
    ok(street.store().save(back));
    street.alicePhone.sync();
    street.bobPhone.sync();
    CHECK_FALSE(street.bobPhone.sees(need, act.need).isVisible());
    CHECK(street.bobPhone.sees(resident, street.wang.members[1]).text(resident.fullName) == "王强");
    CHECK(street.bobPhone.sees(resident, street.wang.members[1]).text(resident.workUnit) == "小学");
    CHECK(street.bobPhone.sees(visit, act.visit).isVisible());  // a fact is corrected, not removed
    CHECK(street.allEqual());
}

TEST_CASE("A visit that is withdrawn by a correcting one counts no more; one that is corrected counts once", "[undo]") {
    StreetOfVisits street;
    const auto reader = ok(GridReader::open(street.store()));
    const RecordId wrong = street.alicePhone.meets(street.wang.household);
    const auto correct = [&](const RecordId& old, bool withdraws) {
        Edit edit{visit.number(),
                  newRecord(),
                  {{visit.household, street.wang.household},
                   {visit.occurredAt, kMorning},
                   {visit.way, "door"},
                   {visit.outcome, "not_home"},
                   {visit.corrects, old}}};
        if (withdraws) edit.values.push_back({visit.withdraws, true});
        ok(street.store().save(edit));
        return edit.record;
    };
    CHECK(ok(reader->counts()).visits == 1);
    CHECK(ok(reader->counts()).householdsMet == 1);

    const RecordId right = correct(wrong, false);
    CHECK(ok(reader->counts()).visits == 1);
    CHECK(ok(reader->counts()).householdsMet == 0);
    CHECK(ok(reader->visitsByOutcome()).at(0).code == "not_home");
    HouseholdView view = ok(reader->household(street.wang.household));
    CHECK(view.visitCount == 1);
    CHECK(view.visits.size() == 2);
    CHECK(view.corrections.size() == 1);
    CHECK(view.fresh.lastMetMs == 0);

    correct(right, true);
    view = ok(reader->household(street.wang.household));
    CHECK(view.visitCount == 0);
    CHECK(view.visits.size() == 2);
    CHECK(view.corrections.size() == 2);
    CHECK(ok(reader->counts()).visits == 0);
    CHECK(ok(reader->recentVisits(9)).empty());
    CHECK(ok(reader->allDoors()).at(0).fresh.lastVisitMs == 0);
}

}  // namespace qiaomen::tests
