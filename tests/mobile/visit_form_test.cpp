// SPDX-License-Identifier: Apache-2.0
#include "mobile/visit_form.h"

#include "mobile/text.h"
#include "tests/mobile/workspace_story.h"

namespace qiaomen::tests {

namespace {

struct Stairwell {
    FakeClock clock;
    WorkerApp app{clock, nullptr};
    Family family = moveIn(app.store(), "3", "2", "501", {{"王秀英", "13800005678"}, {"王芳"}});

    std::uint64_t changes() { return ok(app.store().safety()).onlyHere; }
    Record stored(const Collection& collection, const RecordId& id) {
        return ok(app.store().read(collection.number(), id));
    }
};

}  // namespace

TEST_CASE("A routine visit is three taps: met, all unchanged, save", "[visit]") {
    Stairwell stairs;
    VisitForm& form = stairs.app.visit(stairs.family.household);
    CHECK(form.headName() == text("王秀英"));
    CHECK(form.address() == text("锦绣花园3栋2单元501室"));
    CHECK_FALSE(form.isDirty());
    CHECK(form.problemField() == "outcome");

    form.setOutcome("met");
    form.confirmAll();
    CHECK(form.problem() == "");
    REQUIRE(stairs.app.save(form) == "");

    const Record visited = stairs.stored(visit, form.made().visit);
    CHECK(visited.text(visit.outcome) == "met");
    CHECK(visited.text(visit.way) == "door");
    CHECK(visited.text(visit.reasons) == "routine");
    CHECK(visited.text(visit.confirmed) == "members contacts dwelling care");
    CHECK(visited.integer(visit.occurredAt) == kMorning);
    CHECK(visited.text(visit.worker) == "李敏");
}

TEST_CASE("Every rule of a visit names its field and says what to do", "[visit]") {
    Stairwell stairs;
    VisitForm& form = stairs.app.visit(stairs.family.household);
    CHECK(form.problem() == "Choose what came of the visit.");

    form.setOutcome("not_home");
    form.confirmAll();
    CHECK(form.problemField() == "confirmed");
    form.setConfirmed({});
    form.setPersonsMet(text("王芳"));
    CHECK(form.problemField() == "personsMet");
    form.setOutcome("met");
    CHECK(form.problem() == "");

    form.setWay("");
    CHECK(form.problemField() == "way");
    form.setWay("by balloon");
    CHECK(form.problemField() == "way");
    form.setWay("phone");

    form.setOccurredAt(static_cast<double>(kMorning) + 3'600'000);
    CHECK(form.problemField() == "occurredAt");
    form.setOccurredAt(static_cast<double>(kMorning) - 3'600'000);
    form.setNextDate(dayFromDate("2026-11-01"));
    CHECK(form.problemField() == "nextDate");
    form.setNextDate(dayFromDate("2026-12-01"));
    CHECK(form.problem() == "");

    form.setRemark(QString(2000, QChar(0x8d70)));  // 6,000 bytes in UTF-8, and 4,000 fit
    CHECK(form.problemField() == "remark");
    form.setRemark("");
    CHECK(form.problem() == "");
}

TEST_CASE("What has a problem is not saved, and the form stays", "[visit]") {
    Stairwell stairs;
    const auto before = stairs.changes();
    VisitForm& form = stairs.app.visit(stairs.family.household);
    form.setRemark("half");
    form.save();
    CHECK_FALSE(form.isSaving());
    CHECK(stairs.changes() == before);
    CHECK(form.remark() == "half");
}

TEST_CASE("Visit, resident, need, hazard and the agreed date are one save", "[visit]") {
    Stairwell stairs;
    const auto before = stairs.changes();
    VisitForm& form = stairs.app.visit(stairs.family.household);
    form.setOutcome("met");
    form.setNextDate(dayFromDate("2026-12-05"));
    ResidentForm* daughter = form.residents()->find(toQt(stairs.family.members[1]));
    REQUIRE(daughter);
    daughter->setWorkUnit(text("纺织厂"));
    daughter->setPhone("138 0000 1111");
    NeedForm* need = form.addNeed();
    CHECK(form.problemField() == "needs");
    need->setText(text("希望安装扶手"));
    need->setKind("elder_care");
    HazardForm* hazard = form.addHazard();
    CHECK(form.problemField() == "hazards");
    hazard->setKind("ebike");
    hazard->setRisk("general");
    CHECK(form.problem() == "");
    REQUIRE(stairs.app.save(form) == "");

    CHECK(form.made().numbers.count() == 5);
    CHECK(stairs.changes() == before + 5);
    CHECK(stairs.stored(resident, stairs.family.members[1]).text(resident.phone) == "13800001111");
    CHECK(stairs.stored(household, stairs.family.household).text(household.nextVisit) == "2026-12-05");
    const Record heard = stairs.stored(qiaomen::need, form.made().needs.at(0));
    CHECK(heard.reference(qiaomen::need.visit) == form.made().visit);
    CHECK(heard.text(qiaomen::need.state) == "open");
    const Record found = stairs.stored(qiaomen::hazard, form.made().hazards.at(0));
    CHECK(found.text(qiaomen::hazard.rectifyBy) == "2026-11-29");
    CHECK(found.text(qiaomen::hazard.place) == "锦绣花园3栋2单元501室");
    CHECK(found.get(qiaomen::hazard.longitude).isNothing());
}

TEST_CASE("A form is saved once, however often somebody taps", "[visit]") {
    Stairwell stairs;
    VisitForm& form = stairs.app.visit(stairs.family.household);
    form.setOutcome("not_home");
    const auto before = stairs.changes();
    form.save();
    form.save();
    waitUntil([&] { return !form.isSaving(); });
    form.save();
    CHECK_FALSE(form.isSaving());
    CHECK(stairs.changes() == before + 1);
}

TEST_CASE("Meeting somebody keeps the agreed date; a closed door leaves it standing", "[visit]") {
    Stairwell stairs;
    ok(stairs.app.store().save({household.number(), stairs.family.household, {{household.nextVisit, "2026-11-20"}}}));
    VisitForm& closed = stairs.app.visit(stairs.family.household);
    closed.setOutcome("not_home");
    REQUIRE(stairs.app.save(closed) == "");
    CHECK(stairs.stored(household, stairs.family.household).text(household.nextVisit) == "2026-11-20");

    VisitForm& open = stairs.app.visit(stairs.family.household);
    open.setOutcome("met");
    REQUIRE(stairs.app.save(open) == "");
    CHECK(stairs.stored(household, stairs.family.household).get(household.nextVisit).isNothing());
}

TEST_CASE("What was typed comes back after the app was killed, sub-forms and all", "[visit][draft]") {
    Stairwell stairs;
    VisitForm& form = stairs.app.visit(stairs.family.household);
    form.setOutcome("met");
    form.setRemark(text("正在说"));
    form.residents()->at(1)->setWorkUnit(text("学校"));
    form.addNeed()->setText(text("轮椅"));
    form.addHazard()->setKind("gas");
    CHECK(form.draftState() == VisitForm::DraftWaiting);
    waitUntil([&] { return form.draftState() == VisitForm::DraftKept; });

    stairs.app.restart();
    VisitForm& again = stairs.app.visit(stairs.family.household);
    CHECK(again.wasRecovered());
    CHECK(again.isDirty());
    CHECK(again.outcome() == "met");
    CHECK(again.remark() == text("正在说"));
    CHECK(again.residents()->at(1)->workUnit() == text("学校"));
    REQUIRE(again.needs()->count() == 1);
    CHECK(again.needs()->at(0)->text() == text("轮椅"));
    REQUIRE(again.hazards()->count() == 1);
    CHECK(again.hazards()->at(0)->kind() == "gas");
}

TEST_CASE("A visit that was saved when the app was killed is not offered again", "[visit][draft]") {
    Stairwell stairs;
    VisitForm& form = stairs.app.visit(stairs.family.household);
    form.setOutcome("met");
    waitUntil([&] { return form.draftState() == VisitForm::DraftKept; });
    const auto drafts = ok(stairs.app.store().drafts());
    REQUIRE(drafts.size() == 1);
    REQUIRE(stairs.app.save(form) == "");
    stairs.app.workspace().executor().finish();
    CHECK(ok(stairs.app.store().drafts()).empty());

    // Killed between the save and forgetting the draft: the draft is still there.
    ok(stairs.app.store().keepDraft(drafts[0].key, drafts[0].text));
    stairs.app.restart();
    VisitForm& again = stairs.app.visit(stairs.family.household);
    CHECK_FALSE(again.wasRecovered());
    CHECK(again.outcome() == "");
}

TEST_CASE("Giving up a visit forgets its draft", "[visit][draft]") {
    Stairwell stairs;
    VisitForm& form = stairs.app.visit(stairs.family.household);
    form.setOutcome("met");
    form.addNeed();
    waitUntil([&] { return form.draftState() == VisitForm::DraftKept; });
    form.discard();
    CHECK(form.outcome() == "");
    CHECK(form.needs()->count() == 0);
    stairs.app.workspace().executor().finish();
    CHECK(ok(stairs.app.store().drafts()).empty());
}

TEST_CASE("A news from the sync does not disturb what is being typed", "[visit]") {
    Stairwell stairs;
    VisitForm& form = stairs.app.visit(stairs.family.household);
    ResidentForm* daughter = form.residents()->at(1);
    daughter->setWorkUnit(text("学校"));
    ok(stairs.app.store().save({resident.number(), daughter->record(), {{resident.population, "inflow"}}}));
    waitUntil([&] { return daughter->population() == "inflow"; });
    CHECK(daughter->workUnit() == text("学校"));
}

TEST_CASE("A household that is not on this device cannot be visited", "[visit]") {
    Stairwell stairs;
    QString problem;
    QObject::connect(&stairs.app.workspace(), &Workspace::failed, [&](const QString& words) { problem = words; });
    stairs.app.workspace().beginVisit(toQt(newRecord()));
    waitUntil([&] { return !problem.isEmpty(); });
    CHECK(problem == "This household is not on this device.");
}

}  // namespace qiaomen::tests
