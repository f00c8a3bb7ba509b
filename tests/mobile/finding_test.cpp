// SPDX-License-Identifier: Apache-2.0
#include "mobile/finding_form.h"

#include "mobile/text.h"
#include "shared/domain/collections.h"
#include "tests/mobile/workspace_story.h"

namespace qiaomen::tests {

namespace {

struct Street {
    FakeClock clock;
    WorkerApp app{clock, nullptr};
    Family family = moveIn(app.store(), "3", "2", "501", {{"王秀英"}});
    QString summary;

    FindingForm& begin(const std::function<void(Workspace&)>& ask) {
        FindingForm* begun = nullptr;
        Workspace& workspace = app.workspace();
        const auto connection = QObject::connect(&workspace, &Workspace::findingBegun,
                                                 [&](FindingForm* form) { begun = form; });
        QObject::connect(&workspace, &Workspace::findingSaved, [this](const QString& words) { summary = words; });
        ask(workspace);
        waitUntil([&] { return begun && begun->isReady(); });
        QObject::disconnect(connection);
        return *begun;
    }
    FindingForm& need() {
        return begin([&](Workspace& workspace) { workspace.beginNeed(toQt(family.household)); });
    }
    void save(FindingForm& form) {
        summary.clear();
        form.save();
        waitUntil([&] { return !summary.isEmpty(); });
    }
};

}  // namespace

TEST_CASE("A need that was heard on the telephone is recorded without a visit", "[finding]") {
    Street street;
    FindingForm& form = street.need();
    CHECK(form.headName() == text("王秀英"));
    CHECK(form.hazard() == nullptr);
    CHECK(form.problem() != "");
    form.need()->setText(text("代取药"));
    form.need()->setKind("health");
    CHECK(form.isDirty());
    CHECK(form.problem() == "");
    const RecordId id = form.need()->record();
    street.save(form);
    CHECK(street.summary == "Need saved");
    const Record stored = ok(street.app.store().read(qiaomen::need.number(), id));
    CHECK(stored.reference(qiaomen::need.household) == street.family.household);
    CHECK(stored.get(qiaomen::need.visit).isNothing());
    CHECK(stored.text(qiaomen::need.heardBy) == "李敏");
    form.save();
    CHECK_FALSE(form.isSaving());
}

TEST_CASE("A hazard on the stairs belongs to the place and to no household", "[finding]") {
    Street street;
    FindingForm& form = street.begin([](Workspace& workspace) { workspace.beginHazardAt(text("锦绣花园3栋，2单元")); });
    CHECK(form.need() == nullptr);
    CHECK(form.householdId() == "");
    CHECK(form.hazard()->place() == text("锦绣花园3栋，2单元"));
    CHECK_FALSE(form.isDirty());
    form.hazard()->setKind("fire_passage");
    form.hazard()->setRisk("general");
    const RecordId id = form.hazard()->record();
    street.save(form);
    const Record stored = ok(street.app.store().read(qiaomen::hazard.number(), id));
    CHECK(stored.get(qiaomen::hazard.household).isNothing());
    CHECK(stored.text(qiaomen::hazard.place) == "锦绣花园3栋，2单元");
    CHECK(ok(street.app.session().reader().counts()).openHazards == 1);
}

TEST_CASE("A hazard of a household begins with its address", "[finding]") {
    Street street;
    FindingForm& form = street.begin(
        [&](Workspace& workspace) { workspace.beginHazard(toQt(street.family.household)); });
    CHECK(form.hazard()->place() == text("锦绣花园3栋2单元501室"));
    CHECK_FALSE(form.isDirty());
}

TEST_CASE("A half-written need survives a kill, is saved once, and leaves no draft", "[finding][draft]") {
    Street street;
    street.need().need()->setText(text("代取药"));
    street.app.workspace().flush();
    street.app.workspace().executor().finish();
    street.app.restart();
    FindingForm& again = street.need();
    CHECK(again.wasRecovered());
    CHECK(again.need()->text() == text("代取药"));
    again.need()->setKind("health");
    street.save(again);
    CHECK_FALSE(street.need().wasRecovered());
    CHECK(ok(street.app.session().reader().openNeeds()).size() == 1);
}

TEST_CASE("Giving up a need gives up its draft", "[finding][draft]") {
    Street street;
    FindingForm& form = street.need();
    form.need()->setText(text("代取药"));
    form.flushDraft();
    form.discard();
    CHECK_FALSE(form.isDirty());
    CHECK(form.need()->text() == "");
    street.app.workspace().executor().finish();
    CHECK_FALSE(street.need().wasRecovered());
}

}  // namespace qiaomen::tests
