// SPDX-License-Identifier: Apache-2.0
//
// Somebody practises: with and without an enrolment, again and again, and never into what is real.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <fstream>

#include "mobile/practice_room.h"
#include "mobile/text.h"
#include "shared/client/practice_grid.h"
#include "shared/domain/collections.h"
#include "tests/mobile/workspace_story.h"
#include "tests/support/full_disk.h"

namespace qiaomen::tests {

namespace {

namespace fs = std::filesystem;

/// 李敏's app with one real family, and the room beside it.
struct School {
    FakeClock clock;
    Centre centre{clock};
    WorkerApp app{clock, &centre};
    Family wang = moveIn(app.store(), "3", "2", "501", {{"王秀英"}});
    std::unique_ptr<PracticeRoom> room = makeRoom();

    std::unique_ptr<PracticeRoom> makeRoom() {
        Workspace::Options options;
        options.random = seededRandom(5);
        options.clock = clock.source();
        return std::make_unique<PracticeRoom>(place(), app.workspace(), options);
    }
    fs::path place() { return app.device().path() / "practice"; }
    Workspace& practice() { return *room->workspace(); }
    LocalStore& store() { return practice().currentSession()->store(); }
    void does(void (PracticeRoom::*act)()) {
        QSignalSpy settled(room.get(), &PracticeRoom::settled);
        (*room.*act)();
        waitUntil([&] { return settled.count() == 1; });
    }
    void enters() {
        does(&PracticeRoom::enter);
        REQUIRE(room->problem() == "");
        REQUIRE(room->workspace());
    }
    /// Ends the app and starts it again.
    void restarts() {
        room.reset();
        app.restart();
        room = makeRoom();
    }
    [[nodiscard]] bool isDone(PracticeTasks::Task task) { return room->tasks()->isDone(task); }
    int counted() {
        waitUntil([&] { return practice().isCounted(); });
        return practice().households();
    }
};

/// The household of whoever is found by that name.
QString homeOf(Workspace& workspace, const char* name) {
    SearchModel& search = *workspace.search();
    QSignalSpy answered(&search, &SearchModel::answered);
    search.setQuery(text(name));
    waitUntil([&] { return answered.count() > 0; });
    REQUIRE(search.count() > 0);
    return search.index(0).data(SearchModel::HouseholdIdRole).toString();
}

/// A routine visit in the room; its id.
QString visits(Workspace& workspace, const QString& home) {
    VisitForm* form = nullptr;
    QString saved;
    const auto begun = QObject::connect(&workspace, &Workspace::visitBegun, [&](VisitForm* one) { form = one; });
    const auto done = QObject::connect(&workspace, &Workspace::visitSaved,
                                       [&](const QString&, const QString& visit) { saved = visit; });
    workspace.beginVisit(home);
    waitUntil([&] { return form && form->isReady(); });
    form->setOutcome("met");
    form->confirmAll();
    REQUIRE(form->problem() == "");
    form->save();
    waitUntil([&] { return !saved.isEmpty(); });
    QObject::disconnect(begun);
    QObject::disconnect(done);
    return saved;
}

}  // namespace

TEST_CASE("Whoever is not enrolled yet can practise: a whole grid, and no way to any centre", "[practice]") {
    FakeClock clock;
    const TempFolder folder;
    DeviceFolder device = ok(DeviceFolder::open(folder.path(), allCollections(), clock.source(), seededRandom(3)));
    Workspace::Options options;
    options.random = seededRandom(4);
    options.clock = clock.source();
    const auto real = ok(Workspace::open(device, nullptr, options));
    PracticeRoom room(folder / "practice", *real, options);
    QSignalSpy settled(&room, &PracticeRoom::settled);
    room.enter();
    CHECK(room.isBusy());
    waitUntil([&] { return settled.count() == 1; });
    REQUIRE(room.workspace());
    CHECK(room.isOpen());
    CHECK(room.workspace()->worker() == "Newcomer");
    CHECK(room.workspace()->currentGridName() == text(kPracticeGridName));
    CHECK(room.workspace()->sync() == nullptr);
    CHECK(room.workspace()->carrier() == nullptr);
    CHECK(room.workspace()->attachments() == nullptr);
    CHECK_FALSE(real->isEnrolled());
    waitUntil([&] { return room.workspace()->isCounted(); });
    CHECK(room.workspace()->households() == 10);
}

TEST_CASE("Nothing that is practised is among what is real: records, search, counts, outbox, centre", "[practice]") {
    School school;
    Workspace& real = school.app.workspace();
    school.app.sync();
    waitUntil([&] { return real.sync()->onlyHereCount() == 0; });
    const Hash128 before = school.centre.digest().total();
    school.enters();
    visits(school.practice(), homeOf(school.practice(), "许桂芳"));
    CHECK(ok(school.store().safety()).onlyHere == 1);

    school.app.sync();
    CHECK(school.centre.digest().total() == before);
    CHECK(real.sync()->onlyHereCount() == 0);
    CHECK(real.outbox()->count() == 0);
    CHECK(ok(school.app.store().find(visit, visit.way, "door")).empty());
    CHECK(ok(school.app.store().search("桂芳", 5)).empty());
    CHECK(ok(school.store().search("王秀英", 5)).empty());
    for (const auto& entry : fs::directory_iterator(school.app.device().path() / "grids"))
        CHECK(entry.path().filename().string().find(kPracticeGrid.text()) == std::string::npos);
    CHECK(school.app.device().enrolment()->grids.size() == 1);
    CHECK(school.room->workspace()->settings() != real.settings());
}

TEST_CASE("Ticks follow from what was done, also back, and stay over a restart of the app", "[practice]") {
    School school;
    school.enters();
    QAbstractItemModelTester strict(school.room->tasks(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    CHECK(school.room->tasks()->doneCount() == 0);

    const QString home = homeOf(school.practice(), "贺建军");
    CHECK_FALSE(school.isDone(PracticeTasks::Find));  // found, and not looked at yet
    school.practice().openHousehold(home);
    waitUntil([&] { return school.isDone(PracticeTasks::Find); });

    const QString visit = visits(school.practice(), home);
    waitUntil([&] { return school.isDone(PracticeTasks::Visit); });
    school.practice().undoVisit(visit);
    waitUntil([&] { return !school.isDone(PracticeTasks::Visit); });
    visits(school.practice(), home);

    ConflictsModel& conflicts = *school.practice().conflicts();
    waitUntil([&] { return conflicts.count() == 1; });
    CHECK(conflicts.index(0).data(ConflictsModel::InvolvesMeRole).toBool());
    conflicts.keepMine(conflicts.index(0).data(ConflictsModel::ConflictIdRole).toString());
    waitUntil([&] { return school.isDone(PracticeTasks::Conflict) && school.isDone(PracticeTasks::Visit); });
    CHECK(school.room->tasks()->doneCount() == 3);

    school.does(&PracticeRoom::leave);
    CHECK(school.room->workspace() == nullptr);
    CHECK_FALSE(school.room->isOpen());
    school.restarts();
    school.enters();
    waitUntil([&] { return school.room->tasks()->doneCount() == 3; });
}

TEST_CASE("One tap makes everything as at the first time", "[practice]") {
    School school;
    school.enters();
    visits(school.practice(), homeOf(school.practice(), "许桂芳"));
    waitUntil([&] { return school.isDone(PracticeTasks::Visit); });
    school.does(&PracticeRoom::reset);
    CHECK(school.room->isOpen());
    CHECK(school.room->tasks()->doneCount() == 0);
    CHECK(school.counted() == 10);
    CHECK(ok(school.store().safety()) == Safety{});
    CHECK_FALSE(fs::exists(fs::path(school.place()).concat(".old")));
}

TEST_CASE("A room that is half made, half gone or damaged is made anew, and never twice over", "[practice][kill]") {
    School school;
    SECTION("killed before the neighbourhood had come") {
        DeviceFolder half = ok(
            DeviceFolder::open(school.place(), allCollections(), school.clock.source(), seededRandom(8)));
        ok(half.enrol(
            {.server = {}, .token = {}, .centreKey = half.publicKey(), .worker = "x", .grids = {{kPracticeGrid, "x"}}}));
        const Snapshot all = practiceGrid(school.clock.ms(), {"x", half.device()}, seededRandom(9));
        for (const Record& record : all.records) {
            if (record.collection() != household.number() && record.collection() != dwelling.number()) continue;
            std::vector<FieldValue> values = record.fields();
            ok((*half.store(kPracticeGrid))->save(Edit{record.collection(), record.id(), values}));
        }
    }
    SECTION("killed while it was being reset") {
        school.enters();
        school.does(&PracticeRoom::leave);
        fs::rename(school.place(), fs::path(school.place()).concat(".old"));
    }
    SECTION("its key is gone") {
        school.enters();
        school.does(&PracticeRoom::leave);
        fs::remove(school.place() / "key");
    }
    SECTION("a database is damaged") {
        school.enters();
        school.does(&PracticeRoom::leave);
        for (const auto& entry : fs::directory_iterator(school.place() / "grids")) {
            std::ofstream(entry.path(), std::ios::binary | std::ios::trunc) << std::string(8192, 'x');
        }
    }
    school.enters();
    CHECK(school.counted() == 10);
}

TEST_CASE("A full disk keeps the room closed, says so, and harms nothing that is real", "[practice][full]") {
    School school;
    {
        const FullDisk full(20'000);
        school.does(&PracticeRoom::enter);
    }
    CHECK(school.room->problem() != "");
    CHECK(school.room->workspace() == nullptr);
    CHECK_FALSE(school.room->isOpen());
    CHECK(ok(school.app.store().read(household.number(), school.wang.household)).isVisible());
    school.enters();
    CHECK(school.counted() == 10);
}

TEST_CASE("A slip of the practice room says that it is none, on every page and for who cannot see it",
          "[practice][slip]") {
    School school;
    school.enters();
    ShownSlip& slip = *school.practice().slip();
    school.practice().openContactCard();
    waitUntil([&] { return !slip.pages().isEmpty(); });
    CHECK(slip.slip().mark == "Practice: no proof of anything");
    CHECK(slip.text().startsWith("Practice: no proof of anything"));
    CHECK(school.isDone(PracticeTasks::Slip));

    bool opened = false;
    QObject::connect(&school.app.workspace(), &Workspace::slipOpened, [&] { opened = true; });
    ok(school.app.store().save(
        Edit{grid.number(),
             school.app.session().newId(),
             {{grid.code, "370611001007"}, {grid.gridName, "真网格"}, {grid.phone, "0535-0000000"}}}));
    school.app.workspace().openContactCard();
    waitUntil([&] { return opened; });
    CHECK(school.app.workspace().slip()->slip().mark == "");
}

}  // namespace qiaomen::tests
