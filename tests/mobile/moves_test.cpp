// SPDX-License-Identifier: Apache-2.0
#include "mobile/move_form.h"

#include "mobile/anchor_form.h"
#include "mobile/text.h"
#include "shared/domain/anchor.h"
#include "shared/domain/grid.h"
#include "shared/domain/household_move.h"
#include "shared/domain/visit.h"
#include "tests/mobile/workspace_story.h"

namespace qiaomen::tests {

namespace {

/// Li Min's phone, and what the app told her last.
struct Doorstep {
    FakeClock clock;
    Centre centre{clock};
    WorkerApp app{clock, &centre};
    Family wang = moveIn(app.store(), "3", "2", "501", {{"王秀英"}, {"王强"}, {"李梅"}});
    Family zhao = moveIn(app.store(), "3", "2", "502", {{"赵敏"}});
    MoveForm* form = nullptr;
    AnchorForm* paper = nullptr;
    QString told, problem, visitId;

    Doorstep() {
        app.sync();
        app.workspace().sync()->setNetworkOn(false);
        listen();
    }
    void listen() {
        Workspace* workspace = &app.workspace();
        QObject::connect(workspace, &Workspace::moveBegun, [this](MoveForm* begun) { form = begun; });
        QObject::connect(workspace, &Workspace::anchorEdited, [this](AnchorForm* begun) { paper = begun; });
        for (const auto act : {&Workspace::actSaved, &Workspace::actUndone, &Workspace::visitUndone})
            QObject::connect(workspace, act, [this](const QString& words) { told = words; });
        QObject::connect(workspace, &Workspace::visitSaved, [this](const QString& words, const QString& id) {
            told = words;
            visitId = id;
        });
        QObject::connect(workspace, &Workspace::failed, [this](const QString& why) { problem = why; });
    }
    MoveForm& begin(MoveForm::Kind kind) {
        form = nullptr;
        app.workspace().beginMove(toQt(wang.household), kind);
        waitUntil([&] { return form && form->isReady(); });
        return *form;
    }
    /// What the app says when it is done.
    QString waitFor(const std::function<void()>& act) {
        told.clear();
        problem.clear();
        act();
        waitUntil([&] { return !told.isEmpty() || !problem.isEmpty(); });
        return told + problem;
    }
    ShownHousehold& shown(const RecordId& home) {
        ShownHousehold& household = *app.workspace().household();
        app.workspace().openHousehold(toQt(home));
        waitUntil([&] { return household.isReady() && household.householdId() == toQt(home); });
        return household;
    }
    QString chosen(const Family& family, std::size_t member) const { return toQt(family.members[member]); }
    std::size_t membersOf(const RecordId& home) const {
        return ok(const_cast<WorkerApp&>(app).store().find(resident, resident.household, home)).size();
    }
};

}  // namespace

TEST_CASE("A household is split through its form, told in both histories, and one tap takes it back", "[moves]") {
    Doorstep door;
    MoveForm& form = door.begin(MoveForm::Split);
    CHECK(form.problem() == "Choose who moves.");
    form.toggle(door.chosen(door.wang, 1));
    form.toggle(door.chosen(door.wang, 2));
    CHECK(form.problem().contains("head of the new household"));
    form.setNewHead(door.chosen(door.wang, 1));
    form.setReason("marriage");
    CHECK(form.problem().isEmpty());
    CHECK(form.outlook() == "A new household of 2, the others stay.");
    CHECK(door.waitFor([&] { form.save(); }) == "Household split");

    const RecordId made = form.opens();
    ShownHousehold& fresh = door.shown(made);
    CHECK(fresh.headName() == text("王强"));
    CHECK(fresh.members()->count() == 2);
    const auto event = [&](int role) { return fresh.timeline()->index(0).data(role).toString(); };
    REQUIRE(fresh.timeline()->count() == 1);
    CHECK(event(TimelineModel::TitleRole) == "Became a household of its own");
    CHECK(event(TimelineModel::OtherRole) == toQt(door.wang.household));
    CHECK(fresh.timeline()->index(0).data(TimelineModel::UndoableRole).toBool());
    CHECK(door.shown(door.wang.household).timeline()->index(0).data(TimelineModel::TitleRole).toString() ==
          "Household split");

    CHECK(door.waitFor([&] { door.app.workspace().undoAct(); }) == "Move taken back.");
    CHECK(door.membersOf(door.wang.household) == 3);
    CHECK(ok(door.app.store().read(household.number(), made)).isNew());
}

TEST_CASE("A move that was sent already is taken back in the history, and everybody is where they were", "[moves]") {
    Doorstep door;
    MoveForm& form = door.begin(MoveForm::Out);
    form.toggle(door.chosen(door.wang, 0));
    CHECK(form.needsStayingHead());
    form.setStayingHead(door.chosen(door.wang, 1));
    CHECK(door.waitFor([&] { form.save(); }) == "Moved out");
    const QString move = toQt(form.fact());
    door.app.workspace().sync()->setNetworkOn(true);
    door.app.sync();
    CHECK(door.waitFor([&] { door.app.workspace().undoMove(move); }).contains("history says so"));
    const Record head = ok(door.app.store().read(resident.number(), door.wang.members[0]));
    CHECK(head.text(resident.livesHereTo).empty());
    CHECK(ok(door.app.store().read(household.number(), door.wang.household)).text(household.headName) == "王秀英");
    TimelineModel& told = *door.shown(door.wang.household).timeline();
    waitUntil([&] { return told.count() == 1 && told.index(0).data(TimelineModel::WithdrawnRole).toBool(); });
    CHECK(door.waitFor([&] { door.app.workspace().undoMove(move); }) == "This move was taken back before.");
}

TEST_CASE("Two households are joined by looking for the other one", "[moves]") {
    Doorstep door;
    MoveForm& form = door.begin(MoveForm::Join);
    CHECK(form.problem().contains("choose it"));
    form.setQuery(text("赵敏"));
    waitUntil([&] { return form.targets()->count() == 1; });
    form.choose(0);
    waitUntil([&] { return form.problem().isEmpty(); });
    CHECK(form.target().contains(text("赵敏")));
    CHECK(form.outlook().startsWith("3 member(s) join"));
    door.waitFor([&] { form.save(); });
    CHECK(door.membersOf(door.zhao.household) == 4);
    CHECK(form.opens() == door.zhao.household);
}

TEST_CASE("Somebody moves in; birth date and sex follow from the number, and a wrong number is told", "[moves]") {
    Doorstep door;
    MoveForm& form = door.begin(MoveForm::In);
    form.setName(text("王小宝"));
    form.setIdNumber("990105194912310020");
    CHECK(form.problem().contains("Identity number"));
    form.setIdNumber("");
    form.setRelation("2");
    form.setDay(dayFromDate("2026-11-23"));
    CHECK(form.problem().contains("has not come yet"));
    form.setDay(dayFromDate("2026-11-20"));
    CHECK(form.outlook() == "The household will have 4 member(s).");
    door.waitFor([&] { form.save(); });
    CHECK(door.membersOf(door.wang.household) == 4);
}

TEST_CASE("A family moves in behind an empty door", "[moves]") {
    Doorstep door;
    const RecordId empty = newRecord();
    ok(door.app.store().save(
        {dwelling.number(), empty, {{dwelling.building, "3栋"}, {dwelling.address, "3栋2单元601"}}}));
    door.app.workspace().beginMoveIn(toQt(empty));
    waitUntil([&] { return door.form && door.form->isReady(); });
    CHECK(door.form->address() == text("3栋2单元601"));
    door.form->setName(text("孙涛"));
    door.waitFor([&] { door.form->save(); });
    CHECK(door.shown(door.form->opens()).headName() == text("孙涛"));
}

TEST_CASE("What was typed about a move survives the app being killed", "[moves]") {
    Doorstep door;
    MoveForm& form = door.begin(MoveForm::Split);
    form.toggle(door.chosen(door.wang, 1));
    form.setWords(text("结婚了"));
    form.flushDraft();
    door.app.workspace().executor().finish();
    door.app.restart();
    door.listen();
    MoveForm& again = door.begin(MoveForm::Split);
    CHECK(again.wasRecovered());
    CHECK(again.words() == text("结婚了"));
    CHECK(again.people()->index(1).data(MovePeople::ChosenRole).toBool());
    again.discard();
    CHECK_FALSE(again.wasRecovered());
}

TEST_CASE("A paper is written down, tells when it expires, and is taken back", "[moves]") {
    Doorstep door;
    door.app.workspace().editAnchor(toQt(door.wang.household), {});
    waitUntil([&] { return door.paper && door.paper->isReady(); });
    AnchorForm& form = *door.paper;
    CHECK(form.problem().contains("house, trade or certificate"));
    form.setKind("certificate");
    form.setTitle(text("居住证"));
    form.setPapers("A2026000123");
    form.toggle(door.chosen(door.wang, 2));
    form.setFrom(dayFromDate("2026-12-01"));
    form.setExpires(dayFromDate("2026-11-30"));
    CHECK(form.problem().contains("before it begins"));
    form.setFrom(0);
    CHECK(form.problem().isEmpty());
    door.waitFor([&] { form.save(); });
    AnchorsModel& papers = *door.shown(door.wang.household).anchors();
    waitUntil([&] { return papers.count() == 1; });
    const auto of = [&](int role) { return papers.index(0).data(role); };
    CHECK(of(AnchorsModel::PersonRole).toString() == text("李梅"));
    CHECK(of(AnchorsModel::ValidityRole).toInt() == AnchorsModel::Expiring);
    CHECK_FALSE(of(AnchorsModel::PapersRole).toString().contains("2026000"));
    CHECK(door.waitFor([&] { door.app.workspace().undoAct(); }) == "Taken back.");
    waitUntil([&] { return papers.count() == 0; });
}

TEST_CASE("A paper lasts, is valid, expires soon, has expired or has ended", "[moves]") {
    const auto validity = [](const char* expires, const char* ended) {
        Record one(anchor.number(), newRecord());
        const Stamp stamp{LogicalTime{1}, alice};
        if (*expires) one.put(anchor.expires, expires, stamp);
        if (*ended) one.put(anchor.ended, ended, stamp);
        return AnchorsModel::validity(one, "2026-11-22");
    };
    CHECK(validity("", "") == AnchorsModel::Lasting);
    CHECK(validity("2027-11-22", "") == AnchorsModel::Valid);
    CHECK(validity("2026-12-22", "") == AnchorsModel::Expiring);
    CHECK(validity("2026-11-22", "") == AnchorsModel::Expiring);
    CHECK(validity("2026-11-21", "") == AnchorsModel::Expired);
    CHECK(validity("2027-11-22", "2026-11-01") == AnchorsModel::Ended);
}

TEST_CASE("Nobody at home, a card left: one tap, and one to take it back", "[moves]") {
    Doorstep door;
    ok(door.app.store().save({household.number(), door.zhao.household, {{household.cardVersion, "2026-2"}}}));
    CHECK(door.shown(door.wang.household).isCardDue());
    CHECK(door.waitFor([&] { door.app.workspace().noteNotHome(toQt(door.wang.household), true); }) ==
          "Saved: not home, card left");
    waitUntil([&] { return door.shown(door.wang.household).cardHeld() == "2026-2"; });
    CHECK_FALSE(door.shown(door.wang.household).isCardDue());
    CHECK(door.shown(door.wang.household).timeline()->index(0).data(TimelineModel::OutcomeRole).toString() ==
          "not_home");
    door.waitFor([&] { door.app.workspace().undoVisit(door.visitId); });
    waitUntil([&] { return door.shown(door.wang.household).cardHeld().isEmpty(); });
}

TEST_CASE("The first card of a grid is given like any other: its version follows from the grid's record", "[moves]") {
    Doorstep door;
    ok(door.app.store().save(
        {grid.number(), newRecord(), {{grid.code, "01"}, {grid.gridName, "第一网格"}, {grid.worker, "李敏"}}}));
    waitUntil([&] { return door.shown(door.wang.household).isCardDue(); });
    const QString first = door.shown(door.wang.household).cardNewest();
    CHECK(first == "2026-11-22 16:00");
    VisitForm& form = door.app.visit(door.wang.household);
    form.setOutcome("met");
    form.setCardLeft(true);
    REQUIRE(door.app.save(form) == "");
    waitUntil([&] { return door.shown(door.wang.household).cardHeld() == first; });
    CHECK_FALSE(door.shown(door.wang.household).isCardDue());
}

TEST_CASE("The history shows one kind at a time, and what colleagues did", "[household]") {
    Doorstep door;
    const auto visits = [&](const char* worker, const char* reasons) {
        ok(door.app.store().save({visit.number(),
                                  newRecord(),
                                  {{visit.household, door.wang.household},
                                   {visit.occurredAt, kMorning},
                                   {visit.way, "door"},
                                   {visit.outcome, "met"},
                                   {visit.reasons, reasons},
                                   {visit.confirmed, "members"},
                                   {visit.worker, worker}}}));
    };
    visits("李敏", "routine");
    visits("陈志强", "routine service");
    ShownHousehold& shown = door.shown(door.wang.household);
    TimelineModel& told = *shown.timeline();
    waitUntil([&] { return told.total() == 2; });
    told.setFilter(TimelineModel::Colleagues);
    CHECK(told.count() == 1);
    CHECK(told.index(0).data(TimelineModel::ByRole).toString() == text("陈志强"));
    told.setFilter(TimelineModel::Services);
    CHECK(told.count() == 1);
    told.setFilter(TimelineModel::Needs);
    CHECK(told.count() == 0);
    CHECK(told.total() == 2);
    told.setFilter(TimelineModel::All);
    CHECK(told.count() == 2);
    CHECK(shown.asked()->count() == 4);
    CHECK(shown.asked()->index(0).data(AskedModel::FreshnessRole).toInt() == 0);
    CHECK(shown.asked()->index(3).data(AskedModel::AtRole).toDouble() == 0);
}

}  // namespace qiaomen::tests
