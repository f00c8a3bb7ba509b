// SPDX-License-Identifier: Apache-2.0
#include "mobile/hazard_form.h"
#include "mobile/household_form.h"
#include "mobile/text.h"
#include "tests/mobile/workspace_story.h"

namespace qiaomen::tests {

namespace {

struct Home {
    FakeClock clock;
    WorkerApp app{clock, nullptr};
    Family family = moveIn(app.store(), "3", "2", "501", {{"王秀英", "13800005678", "", "elder_alone"}});
    Record stored() { return ok(app.store().read(household.number(), family.household)); }
};

}  // namespace

TEST_CASE("Editing a household writes only the field that differs", "[household]") {
    Home home;
    HouseholdForm& form = home.app.edit(home.family.household);
    form.setNote(text("门铃坏了"));
    form.setHeadName(form.headName());
    CHECK(form.isDirty());
    const auto before = ok(home.app.store().safety()).onlyHere;
    REQUIRE(home.app.save(form) == "");
    CHECK(home.stored().text(household.note) == "门铃坏了");
    CHECK(ok(home.app.store().safety()).onlyHere == before + 1);
    const auto latest = ok(home.app.store().outbox(1)).at(0);
    CHECK(latest.change.writes.size() == 1);
    waitUntil([&] { return !form.isDirty(); });
}

TEST_CASE("Typing the old value again is no change", "[household]") {
    Home home;
    HouseholdForm& form = home.app.edit(home.family.household);
    form.setNote("x");
    form.setNote("");
    CHECK_FALSE(form.isDirty());
}

TEST_CASE("Wrong quiet hours and wrong phones are said before saving", "[household]") {
    Home home;
    HouseholdForm& form = home.app.edit(home.family.household);
    form.setQuietHours("evenings");
    CHECK(form.problem().startsWith("Quiet hours:"));
    form.setQuietHours("20:30-08:30");
    form.setPhone("12345");
    CHECK(form.problem() == "Phone: this is not a telephone number. Type it again.");
    form.setPhone("");
    CHECK(form.problem() == "");
    form.setHeadName("");
    CHECK(form.problem() == "Head must not be empty.");
}

TEST_CASE("A stored phone stays masked while it is being replaced", "[household]") {
    Home home;
    VisitForm& form = home.app.visit(home.family.household);
    ResidentForm* person = form.residents()->at(0);
    CHECK(person->phoneMasked() == "138****5678");
    CHECK(person->phone() == "");
    person->setPhone("138 0000 9999");
    CHECK(person->phoneMasked() == "138****5678");
    CHECK(person->isDirty());
    person->setPhone("");
    CHECK_FALSE(person->isDirty());
}

TEST_CASE("A half-typed household survives a kill", "[household][draft]") {
    Home home;
    HouseholdForm& form = home.app.edit(home.family.household);
    form.setNote(text("有狗"));
    form.toggleTag("dog");
    form.flushDraft();
    home.app.workspace().executor().finish();
    home.app.restart();
    HouseholdForm& again = home.app.edit(home.family.household);
    CHECK(again.wasRecovered());
    CHECK(again.note() == text("有狗"));
    CHECK(again.tags() == QStringList{"dog"});
}

TEST_CASE("The time limit follows the risk until somebody sets another", "[hazard]") {
    Home home;
    HazardForm form(home.app.session(), text("楼道"), {}, nullptr);
    form.setRisk("small");
    CHECK(dateFromDay(form.rectifyBy()) == "2026-11-22");
    form.setRisk("general");
    CHECK(dateFromDay(form.rectifyBy()) == "2026-11-29");
    form.setRisk("major");
    CHECK(form.rectifyBy() == 0);
    CHECK(form.advice().contains("within the hour"));
    form.setRectifyBy(dayFromDate("2026-12-31"));
    form.setRisk("small");
    CHECK(dateFromDay(form.rectifyBy()) == "2026-12-31");
}

TEST_CASE("A hazard needs its kind, its risk and its place; a major one is not closed on the spot", "[hazard]") {
    Home home;
    HazardForm form(home.app.session(), "", {}, nullptr);
    CHECK(form.problem().contains("kind"));
    form.setKind("gas");
    CHECK(form.problem().contains("risk"));
    form.setRisk("major");
    CHECK(form.problem().contains("where it is"));
    form.setPlace(text("厨房"));
    CHECK(form.problem() == "");
    form.setFixedOnSpot(true);
    CHECK(form.problem().contains("department"));
}

TEST_CASE("A need solved on the spot is met from the start", "[need]") {
    Home home;
    NeedForm form(home.app.session(), nullptr);
    CHECK(form.problem().contains("write what is needed"));
    form.setText(text("代取药"));
    CHECK(form.problem().contains("kind"));
    form.setKind("health");
    form.setRoute("on_spot");
    const Edit edit = form.edit(home.family.household, newRecord(), 1, "");
    const auto state = std::ranges::find(edit.values, need.state, &FieldValue::field);
    REQUIRE(state != edit.values.end());
    CHECK(state->value == Value("met"));
}

}  // namespace qiaomen::tests
