// SPDX-License-Identifier: Apache-2.0
//
// The program builds every page over a folder that has something of everything, and nothing warns.
#include <QProcess>
#include <QTemporaryDir>

#include "mobile/text.h"
#include "shared/domain/collections.h"
#include "tests/mobile/workspace_story.h"
#include "tests/support/questions.h"

namespace qiaomen::tests {

namespace {

/// Visits, needs, hazards, an export, a conflict, unsent changes: one of each.
void live(WorkerApp& app, Phone& colleague, FakeClock& clock) {
    const Family family = moveIn(app.store(), "3", "2", "501", {{"王秀英", "15400005678", "", "elder_alone"}, {"王强"}});
    ok(app.store().save({household.number(), family.household, {{household.phone, "15400005678"}}}));
    ok(app.store().save({dwelling.number(), family.dwelling, {{dwelling.use, "owner"}}}));
    bringQuestions(app.store(), kHeatingSet);
    app.sync();
    colleague.sync();
    const Record shown = ok(app.store().read(household.number(), family.household));
    colleague.edits(household, family.household, household.note, "有狗");
    colleague.meets(family.household, "见到");
    colleague.sync();
    app.sync();
    clock.advance(60'000);
    Edit edit{household.number(), family.household, {{household.note, "门铃坏了"}}};
    edit.shown = shown;
    ok(app.store().save(edit));
    VisitForm& form = app.visit(family.household);
    form.setOutcome("met");
    form.addNeed()->setText(text("扶手"));
    form.needs()->at(0)->setKind("housing");
    form.addHazard()->setKind("gas");
    form.hazards()->at(0)->setRisk("general");
    REQUIRE(app.save(form) == "");
    app.sync();
    app.sync();
    TakeOut& takeOut = *app.workspace().takeOut();
    const QTemporaryDir folder;
    takeOut.start(QUrl::fromLocalFile(folder.path()));
    waitUntil([&] { return !takeOut.isRunning(); });
    app.workspace().sync()->setNetworkOn(false);
    VisitForm& unsent = app.visit(family.household);
    unsent.setOutcome("not_home");
    REQUIRE(app.save(unsent) == "");
}

int selfTest(const std::filesystem::path& folder, const QString& language, QByteArray& words) {
    QProcess app;
    app.setProcessChannelMode(QProcess::MergedChannels);
    app.start(QIAOMEN_APP, {"--self-test", "--offline", "--lang", language, "--data", toQt(folder.string())});
    app.waitForFinished(-1);
    words = app.readAll();
    return app.exitCode();
}

}  // namespace

TEST_CASE("The app opens every page of a filled folder without a warning", "[self-test]") {
    FakeClock clock;
    Centre centre(clock);
    WorkerApp app(clock, &centre);
    Phone colleague(bob, centre, clock);
    live(app, colleague, clock);
    const std::filesystem::path folder = app.close();
    for (const char* language : {"zh_CN", "en"}) {
        QByteArray words;
        const int code = selfTest(folder, language, words);
        INFO(words.toStdString());
        CHECK(code == 0);
    }
}

TEST_CASE("The self-test says that it needs a folder with records", "[self-test]") {
    const TempFolder empty;
    QByteArray words;
    CHECK(selfTest(empty.path(), "en", words) == 2);
    CHECK(words.contains("enrolment"));
}

}  // namespace qiaomen::tests
