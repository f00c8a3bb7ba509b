// SPDX-License-Identifier: Apache-2.0
//
// A hazard after it was found: notice, looks at it, one extension, the report upward, the closing.
#include "mobile/text.h"
#include "shared/domain/collections.h"
#include "tests/mobile/workspace_story.h"

namespace qiaomen::tests {

namespace {

struct Stairs {
    FakeClock clock{kMorning + 24 * 3'600'000 + 45 * 60'000};  // Monday 23 November 2026, a quarter to nine in London
    WorkerApp app{clock, nullptr};
    QString summary;

    Stairs() { listen(); }
    void listen() {
        QObject::connect(&app.workspace(), &Workspace::stepSaved, [this](const QString& words) { summary = words; });
    }
    RecordId found(const char* risk, const char* rectifyBy = "2026-11-30") {
        const RecordId id = app.session().newId();
        ok(app.store().save(Edit{hazard.number(),
                                 id,
                                 {{hazard.foundAt, clock.ms()},
                                  {hazard.kind, "ebike"},
                                  {hazard.risk, risk},
                                  {hazard.place, "锦绣花园3栋，2单元"},
                                  {hazard.rectifyBy, *rectifyBy ? Value(rectifyBy) : Value()},
                                  {hazard.state, "open"}}}));
        return id;
    }
    HazardStepForm& step(const RecordId& id, const char* act) {
        HazardStepForm* begun = nullptr;
        const auto connection = QObject::connect(&app.workspace(), &Workspace::hazardStepBegun,
                                                 [&](HazardStepForm* form) { begun = form; });
        app.workspace().beginHazardStep(toQt(id), QString::fromLatin1(act));
        waitUntil([&] { return begun && begun->isReady(); });
        QObject::disconnect(connection);
        return *begun;
    }
    void save(HazardStepForm& form) {
        summary.clear();
        REQUIRE(form.problem() == "");
        form.save();
        waitUntil([&] { return !summary.isEmpty(); });
        clock.advance(60'000);
    }
    Record head(const RecordId& id) { return ok(app.store().read(hazard.number(), id)); }
    ShownHazard& shown(const RecordId& id) {
        ShownHazard& model = *app.workspace().hazard();
        app.workspace().openHazard(toQt(id));
        waitUntil([&] { return model.isReady() && model.hazardId() == toQt(id); });
        return model;
    }
    void notice(const RecordId& id) {
        HazardStepForm& form = step(id, "notice");
        form.setToWhom(text("张师傅"));
        save(form);
    }
};

}  // namespace

TEST_CASE("A notice names who has to put it right and by when, and its slip can be made again", "[hazard]") {
    Stairs stairs;
    const RecordId id = stairs.found("general");
    HazardStepForm& form = stairs.step(id, "notice");
    CHECK(form.until() == dayFromDate("2026-11-30"));
    CHECK(form.problemField() == "toWhom");
    form.setToWhom(text("张师傅"));
    stairs.save(form);
    CHECK(stairs.head(id).text(hazard.state) == "rectifying");
    CHECK(stairs.head(id).text(hazard.responsible) == "张师傅");

    ShownHazard& page = stairs.shown(id);
    CHECK(page.isNoticed());
    CHECK(page.acts() == QStringList{"closed", "rechecked", "extended", "escalated"});
    Slip slip;
    QObject::connect(&page, &ShownHazard::slipMade, [&](const Slip& made) { slip = made; });
    page.makeNoticeSlip();
    CHECK(slip.parts.front().heading.contains(text("张师傅")));
    CHECK(slip.qr == "qiaomen:hazard/" + toQt(id));
}

TEST_CASE("A limit is extended once, with a reason, and not beyond a week", "[hazard]") {
    Stairs stairs;
    const RecordId id = stairs.found("general");
    stairs.notice(id);
    HazardStepForm& form = stairs.step(id, "extended");
    CHECK(form.until() == dayFromDate("2026-12-07"));
    CHECK(form.problemField() == "words");
    form.setWords(text("充电桩下周到货"));
    form.setUntil(dayFromDate("2026-12-08"));
    CHECK(form.problemField() == "until");
    form.setUntil(dayFromDate("2026-12-05"));
    stairs.save(form);
    CHECK(stairs.head(id).text(hazard.rectifyBy) == "2026-12-05");
    CHECK(stairs.shown(id).isExtended());
    CHECK_FALSE(stairs.shown(id).acts().contains("extended"));
    CHECK(stairs.step(id, "extended").problemField() == "act");
}

TEST_CASE("A hazard that was put right is closed, and comes back as the same one", "[hazard]") {
    Stairs stairs;
    const RecordId id = stairs.found("small");
    stairs.save(stairs.step(id, "closed"));
    CHECK(stairs.head(id).text(hazard.state) == "closed");
    CHECK(stairs.head(id).integer(hazard.closedAt) > 0);
    CHECK(ok(stairs.app.session().reader().counts()).openHazards == 0);
    stairs.save(stairs.step(id, "reopened"));
    CHECK(stairs.head(id).text(hazard.state) == "open");
    CHECK(stairs.head(id).get(hazard.closedAt).isNothing());
    CHECK(ok(stairs.app.session().reader().counts()).openHazards == 1);
}

TEST_CASE("A major hazard is reported upward first, and closed by what the department decided", "[hazard]") {
    Stairs stairs;
    const RecordId id = stairs.found("major", "");
    CHECK(stairs.shown(id).acts().front() == "escalated");
    CHECK(stairs.step(id, "closed").problemField() == "act");
    HazardStepForm& report = stairs.step(id, "escalated");
    CHECK(report.problemField() == "toWhom");
    report.setToWhom(text("街道安监办"));
    stairs.save(report);
    CHECK(stairs.head(id).text(hazard.state) == "escalated");
    HazardStepForm& closing = stairs.step(id, "closed");
    CHECK(closing.problemField() == "words");
    closing.setWords(text("安监办复查合格"));
    stairs.save(closing);
    CHECK(stairs.head(id).text(hazard.state) == "closed");
}

TEST_CASE("A step taken back by mistake leaves the hazard as it was", "[hazard][undo]") {
    Stairs stairs;
    const RecordId id = stairs.found("general");
    stairs.notice(id);
    ShownHazard& page = stairs.shown(id);
    REQUIRE(page.steps()->count() == 1);
    page.undoStep(page.steps()->data(page.steps()->index(0), StepsModel::RecordIdRole).toString());
    waitUntil([&] { return page.stateCode() == "open"; });
    CHECK(page.steps()->count() == 0);
    CHECK_FALSE(page.isNoticed());
}

TEST_CASE("A half-written step of a hazard survives a kill", "[hazard][draft]") {
    Stairs stairs;
    const RecordId id = stairs.found("general");
    stairs.step(id, "notice").setToWhom(text("张师傅"));
    stairs.app.workspace().flush();
    stairs.app.workspace().executor().finish();
    stairs.app.restart();
    stairs.listen();
    HazardStepForm& again = stairs.step(id, "notice");
    CHECK(again.wasRecovered());
    CHECK(again.toWhom() == text("张师傅"));
}

}  // namespace qiaomen::tests
