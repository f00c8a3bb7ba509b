// SPDX-License-Identifier: Apache-2.0
#include "mobile/text.h"
#include "shared/domain/visit.h"
#include "tests/mobile/workspace_story.h"

namespace qiaomen::tests {

namespace {

/// Li Min saved a visit with a need, and sees at once that it was the wrong door.
struct WrongDoor {
    FakeClock clock;
    Centre centre{clock};
    WorkerApp app{clock, &centre};
    Family family = moveIn(app.store(), "3", "2", "501", {{"王秀英"}});
    QString visitId, words, problem;
    RecordId need;

    WrongDoor() {
        app.sync();
        QObject::connect(&app.workspace(), &Workspace::visitSaved,
                         [this](const QString&, const QString& id) { visitId = id; });
        QObject::connect(&app.workspace(), &Workspace::visitUndone, [this](const QString& summary) { words = summary; });
        QObject::connect(&app.workspace(), &Workspace::failed, [this](const QString& why) { problem = why; });
        app.workspace().sync()->setNetworkOn(false);
        VisitForm& form = app.visit(family.household);
        form.setOutcome("met");
        form.setRemark(text("说了很久"));
        form.setNextDate(dayFromDate("2026-12-05"));
        NeedForm* heard = form.addNeed();
        heard->setText(text("扶手"));
        heard->setKind("housing");
        REQUIRE(app.save(form) == "");
        need = form.made().needs.at(0);
    }
    void undo() {
        words.clear();
        problem.clear();
        app.workspace().undoVisit(visitId);
        waitUntil([&] { return !words.isEmpty() || !problem.isEmpty(); });
    }
    ShownHousehold& shown() {
        ShownHousehold& household = *app.workspace().household();
        app.workspace().openHousehold(toQt(family.household));
        waitUntil([&] { return household.isReady() && household.householdId() == toQt(family.household); });
        return household;
    }
    QVariant event(TimelineModel::Role role) { return shown().timeline()->index(0).data(role); }
};

}  // namespace

TEST_CASE("Undo before anything was sent leaves no trace, and what was typed is a draft again", "[undo]") {
    WrongDoor door;
    CHECK(door.event(TimelineModel::UndoableRole).toBool());
    door.undo();
    CHECK(door.words.contains("draft"));
    CHECK(ok(door.app.store().safety()).onlyHere == 0);
    CHECK(ok(door.app.store().read(qiaomen::need.number(), door.need)).isNew());
    CHECK(ok(door.app.store().read(household.number(), door.family.household)).text(household.nextVisit).empty());
    waitUntil([&] { return door.shown().timeline()->rowCount() == 0; });

    VisitForm& again = door.app.visit(door.family.household);
    CHECK(again.wasRecovered());
    CHECK(again.remark() == text("说了很久"));
    REQUIRE(again.needs()->rowCount() == 1);
    REQUIRE(door.app.save(again) == "");
    CHECK(again.made().needs.at(0) != door.need);
    CHECK(ok(door.app.store().read(household.number(), door.family.household)).text(household.nextVisit) ==
          "2026-12-05");
}

TEST_CASE("Undo after it was sent is told in the history, counts no more, and puts the rest back", "[undo]") {
    WrongDoor door;
    door.app.workspace().sync()->setNetworkOn(true);
    door.app.sync();
    door.undo();
    CHECK(door.words.contains("history"));
    CHECK_FALSE(ok(door.app.store().read(qiaomen::need.number(), door.need)).isVisible());
    CHECK(ok(door.app.store().read(household.number(), door.family.household)).text(household.nextVisit).empty());
    waitUntil([&] { return door.event(TimelineModel::WithdrawnRole).toBool(); });
    CHECK(door.shown().timeline()->rowCount() == 1);
    CHECK(door.event(TimelineModel::CorrectionRole).toString() == text("Taken back by 李敏: recorded by mistake"));
    CHECK_FALSE(door.event(TimelineModel::UndoableRole).toBool());
    CHECK(door.shown().visitCount() == 0);
    CHECK(door.shown().lastVisitBy() == "");

    Phone colleague(bob, door.centre, door.clock);
    door.app.sync();
    colleague.sync();
    CHECK(ok(ok(GridReader::open(colleague.store()))->counts()).visits == 0);

    door.undo();
    CHECK(door.problem == "This visit was taken back before.");
}

TEST_CASE("After a restart a visit can still be taken back, on the same day", "[undo]") {
    WrongDoor door;
    const QString id = door.visitId;
    door.clock.advance(1000);
    door.app.restart();
    CHECK(door.event(TimelineModel::UndoableRole).toBool());
    QString words;
    QObject::connect(&door.app.workspace(), &Workspace::visitUndone, [&](const QString& summary) { words = summary; });
    door.app.workspace().undoVisit(id);
    waitUntil([&] { return !words.isEmpty(); });
    waitUntil([&] { return door.event(TimelineModel::WithdrawnRole).toBool(); });
    door.clock.advance(25LL * 3600 * 1000);
    VisitForm& form = door.app.visit(door.family.household);
    form.setOutcome("not_home");
    REQUIRE(door.app.save(form) == "");
    waitUntil([&] { return door.shown().timeline()->rowCount() == 2; });
    CHECK(door.event(TimelineModel::UndoableRole).toBool());
    door.clock.advance(25LL * 3600 * 1000);
    door.app.workspace().household()->clear();
    CHECK_FALSE(door.event(TimelineModel::UndoableRole).toBool());
}

}  // namespace qiaomen::tests
