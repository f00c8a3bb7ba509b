// SPDX-License-Identifier: Apache-2.0
#include "mobile/conflicts_model.h"

#include <QAbstractItemModelTester>

#include "mobile/household_form.h"
#include "mobile/parallels_model.h"
#include "mobile/text.h"
#include "tests/mobile/workspace_story.h"

namespace qiaomen::tests {

namespace {

/// The worker writes without a network; a minute later the colleague writes the household's note and sends it; both are brought together.
void writeApart(WorkerApp& app, Phone& colleague, FakeClock& clock, const Family& family, Edit mine) {
    app.workspace().sync()->setNetworkOn(false);
    ok(app.store().save(std::move(mine)));
    clock.advance(60'000);
    colleague.edits(household, family.household, household.note, "门铃坏了");
    colleague.sync();
    app.workspace().sync()->setNetworkOn(true);
    app.sync();
    app.sync();
}

Edit noteOf(const Family& family) { return {household.number(), family.household, {{household.note, "有狗"}}}; }

/// Two workers of one grid with the app, both knowing the Wangs.
struct Colleagues {
    FakeClock clock;
    Centre centre{clock};
    WorkerApp app{clock, &centre};
    Phone colleague{bob, centre, clock};
    Family family;

    Colleagues() {
        family = moveIn(app.store(), "3", "2", "501", {{"王秀英"}});
        app.sync();
        colleague.sync();
    }
    /// The colleague writes, and it reaches this device while whatever is open stays open.
    void arrives(const Collection& collection, const RecordId& record, FieldNo field, const Value& value) {
        colleague.edits(collection, record, field, value);
        colleague.sync();
        app.sync();
        clock.advance(60'000);
    }
    std::vector<Record> conflicts() {
        app.sync();
        app.sync();
        return ok(app.session().reader().openConflicts());
    }
};

/// Li Min and a colleague write the note of the same household without knowing of each other.
struct Clash : Colleagues {
    ConflictsModel& conflicts = *app.workspace().conflicts();

    Clash() {
        writeApart(app, colleague, clock, family, noteOf(family));
        waitUntil([&] { return conflicts.count() == 1; });
    }

    QString role(ConflictsModel::Role wanted) { return conflicts.index(0).data(wanted).toString(); }
    std::string note() { return ok(app.store().read(household.number(), family.household)).text(household.note); }
    void settled() {
        waitUntil([&] { return conflicts.count() == 0; });
    }
};

}  // namespace

TEST_CASE("A colleague's note that arrives under a half-typed one is kept beside it", "[conflict]") {
    Colleagues two;
    HouseholdForm& form = two.app.edit(two.family.household);
    form.setNote(text("有狗"));
    two.arrives(household, two.family.household, household.note, "门铃坏了");
    two.arrives(household, two.family.household, household.doNotAsk, "不问收入");
    waitUntil([&] { return form.doNotAsk() == text("不问收入"); });  // what nobody typed over is shown at once
    CHECK(form.note() == text("有狗"));
    REQUIRE(two.app.save(form) == "");
    const auto conflicts = two.conflicts();
    REQUIRE(conflicts.size() == 1);
    CHECK(conflicts[0].text(conflict.winner) == R"("有狗")");
    CHECK(conflicts[0].text(conflict.loser) == R"("门铃坏了")");
}

TEST_CASE("Typing the old value back leaves the colleague's new one alone", "[conflict]") {
    Colleagues two;
    HouseholdForm& form = two.app.edit(two.family.household);
    form.setNote(text("有狗"));
    two.arrives(household, two.family.household, household.note, "门铃坏了");
    form.setNote("");
    waitUntil([&] { return form.note() == text("门铃坏了"); });
    CHECK_FALSE(form.isDirty());
}

TEST_CASE("A draft remembers what it was typed over, through a kill", "[conflict][draft]") {
    Colleagues two;
    HouseholdForm& form = two.app.edit(two.family.household);
    form.setNote(text("有狗"));
    form.flushDraft();
    two.app.workspace().executor().finish();
    two.app.restart();
    two.arrives(household, two.family.household, household.note, "门铃坏了");
    HouseholdForm& again = two.app.edit(two.family.household);
    CHECK(again.note() == text("有狗"));
    REQUIRE(two.app.save(again) == "");
    CHECK(two.conflicts().size() == 1);
}

TEST_CASE("A visit held open: the resident's phone and the agreed date meet what arrived", "[conflict][visit]") {
    Colleagues two;
    VisitForm& form = two.app.visit(two.family.household);
    form.setOutcome("met");
    form.residents()->at(0)->setWorkUnit(text("纺织厂"));
    form.setNextDate(dayFromDate("2026-12-05"));
    two.arrives(resident, two.family.members[0], resident.workUnit, "小学");
    two.arrives(household, two.family.household, household.nextVisit, "2026-12-24");
    REQUIRE(two.app.save(form) == "");
    CHECK(two.conflicts().size() == 2);
}

TEST_CASE("A conflict shows before, mine and theirs, with names and words", "[conflict]") {
    Clash clash;
    QAbstractItemModelTester strict(&clash.conflicts, QAbstractItemModelTester::FailureReportingMode::Fatal);
    CHECK(clash.role(ConflictsModel::FieldRole) == "Note");
    CHECK(clash.role(ConflictsModel::SubjectRole) == text("王秀英, 锦绣花园3栋2单元501室"));
    CHECK(clash.role(ConflictsModel::MineRole) == text("有狗"));
    CHECK(clash.role(ConflictsModel::TheirsRole) == text("门铃坏了"));
    CHECK(clash.role(ConflictsModel::TheirsByRole) == "bob");
    CHECK_FALSE(clash.conflicts.index(0).data(ConflictsModel::MineStandsRole).toBool());
    CHECK(clash.conflicts.index(0).data(ConflictsModel::InvolvesMeRole).toBool());
}

TEST_CASE("One tap on mine puts it back, and the colleague gets it", "[conflict]") {
    Clash clash;
    clash.conflicts.keepMine(clash.role(ConflictsModel::ConflictIdRole));
    clash.settled();
    CHECK(clash.note() == "有狗");
    clash.app.sync();
    clash.colleague.sync();
    CHECK(clash.colleague.sees(household, clash.family.household).text(household.note) == "有狗");
}

TEST_CASE("One tap on theirs leaves the record, and closes the conflict", "[conflict]") {
    Clash clash;
    const QString id = clash.role(ConflictsModel::ConflictIdRole);
    clash.conflicts.keepTheirs(id);
    clash.settled();
    CHECK(clash.note() == "门铃坏了");
    const auto record = ok(clash.app.store().read(conflict.number(), ok(RecordId::parse(id.toStdString()))));
    CHECK(record.text(conflict.state) == "kept");
    CHECK(record.text(conflict.resolvedBy) == "李敏");
}

TEST_CASE("A record that was deleted and written is kept or deleted by the same tap", "[conflict]") {
    Record record(conflict.number(), newRecord());
    const Stamp stamp{logicalTime(kMorning), alice};
    const RecordId about = newRecord();
    record.put(conflict.grade, "removal", stamp);
    record.put(conflict.ofCollection, static_cast<int>(need.number()), stamp);
    record.put(conflict.ofRecord, about, stamp);
    const auto keep = ok(resolution(record, ConflictsModel::KeepWinner, "x"));
    CHECK(keep.size() == 1);
    const auto remove = ok(resolution(record, ConflictsModel::TakeOther, "x"));
    REQUIRE(remove.size() == 2);
    CHECK(remove[1].remove);
    CHECK(remove[1].record == about);
}

TEST_CASE("What this device wrote as its own successor is mine too", "[conflict][fork]") {
    FakeClock clock;
    Centre centre(clock);
    Phone copy(alice, centre, clock);
    WorkerApp app(clock, &centre);
    Phone colleague(bob, centre, clock);
    // A copy of the device has spoken under its numbers: the app goes on as a successor of itself.
    moveIn(copy.store(), "1", "1", "101", {{"李大爷"}});
    copy.sync();
    const Family family = moveIn(app.store(), "3", "2", "501", {{"王秀英"}});
    app.sync();
    app.sync();
    REQUIRE(ok(app.store().identity()) != alice);
    colleague.sync();
    writeApart(app, colleague, clock, family, noteOf(family));

    ConflictsModel& conflicts = *app.workspace().conflicts();
    waitUntil([&] { return conflicts.count() == 1; });
    CHECK(conflicts.index(0).data(ConflictsModel::InvolvesMeRole).toBool());
    CHECK(conflicts.index(0).data(ConflictsModel::MineRole).toString() == text("有狗"));
    CHECK(conflicts.index(0).data(ConflictsModel::TheirsByRole).toString() == "bob");
}

namespace {

/// Li Min and a colleague change different fields of the same household.
struct Parallel : Colleagues {
    ParallelsModel& notes = *app.workspace().parallels();

    Parallel() {
        writeApart(app, colleague, clock, family,
                   {household.number(), family.household, {{household.phone, "19000000012"}}});
        waitUntil([&] { return notes.count() == 1; });
    }
    QString role(ParallelsModel::Role wanted) { return notes.index(0).data(wanted).toString(); }
};

}  // namespace

TEST_CASE("Two people changed different fields: a note says what each of them changed, and nothing is to be decided",
          "[conflict][parallel]") {
    Parallel two;
    QAbstractItemModelTester strict(&two.notes, QAbstractItemModelTester::FailureReportingMode::Fatal);
    CHECK(two.app.workspace().conflicts()->count() == 0);
    CHECK(two.role(ParallelsModel::KindRole) == "Household");
    CHECK(two.role(ParallelsModel::SubjectRole) == text("王秀英, 锦绣花园3栋2单元501室"));
    CHECK(two.role(ParallelsModel::MineRole).startsWith("Phone: "));
    CHECK_FALSE(two.role(ParallelsModel::MineRole).contains("19000000012"));
    CHECK(two.role(ParallelsModel::TheirsRole) == text("Note: 门铃坏了"));
    CHECK(two.role(ParallelsModel::TheirsByRole) == "bob");
    CHECK(two.notes.index(0).data(ParallelsModel::InvolvesMeRole).toBool());

    // What was changed again since is named, and not shown as if it still stood.
    ok(two.app.store().save({household.number(), two.family.household, {{household.note, "门铃修好了"}}}));
    waitUntil([&] { return two.role(ParallelsModel::TheirsRole) == "Note"; });
}

TEST_CASE("Noticed is noticed for everybody, and changes nothing of the record", "[conflict][parallel]") {
    Parallel two;
    SECTION("one of them") { two.notes.dismiss(two.role(ParallelsModel::ConflictIdRole)); }
    SECTION("all at once") { two.notes.dismissAll(); }
    waitUntil([&] { return two.notes.count() == 0; });
    two.app.sync();
    two.colleague.sync();
    CHECK(ok(ok(GridReader::open(two.colleague.store()))->parallelNotes()).empty());
    const Record home = two.colleague.sees(household, two.family.household);
    CHECK(home.text(household.phone) == "19000000012");
    CHECK(home.text(household.note) == "门铃坏了");
}

}  // namespace qiaomen::tests
