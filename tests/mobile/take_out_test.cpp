// SPDX-License-Identifier: Apache-2.0
#include "mobile/take_out.h"

#include <QDir>
#include <QTemporaryDir>

#include "mobile/text.h"
#include "shared/domain/data_export.h"
#include "tests/mobile/workspace_story.h"
#include "tests/processes/python.h"
#include "tests/support/full_disk.h"

namespace qiaomen::tests {

namespace {

/// A worker at the page of taking out, and what it said.
struct AtThePage {
    FakeClock clock;
    WorkerApp app{clock, nullptr};
    Family family = moveIn(app.store(), "3", "2", "501", {{"王秀英", "13800005678"}});
    TakeOut& takeOut = *app.workspace().takeOut();
    QTemporaryDir folder;
    QString saved, failed;

    AtThePage() {
        QObject::connect(&takeOut, &TakeOut::saved, [this](const QString& summary) { saved = summary; });
        QObject::connect(&takeOut, &TakeOut::failed, [this](const QString& problem) { failed = problem; });
    }
    void start() {
        saved.clear();
        failed.clear();
        takeOut.start(QUrl::fromLocalFile(folder.path()));
        waitUntil([this] { return !takeOut.isRunning(); });
    }
    [[nodiscard]] QStringList files() const { return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden); }
};

}  // namespace

TEST_CASE("A worker saves the grid as a workbook, in the language of the app, and the page lists it", "[take-out]") {
    AtThePage page;
    bool toSend = false;
    QObject::connect(&page.app.session(), &GridSession::saved, [&] { toSend = true; });
    page.start();
    CHECK(page.failed == "");
    CHECK(page.files() == QStringList{"East records 2026-11-22.xlsx"});
    CHECK(page.takeOut.summary() == "2 row(s) on 2 sheets");
    CHECK(toSend);
    const std::string words = processes::python(processes::kPrintWorkbook, {fromQt(page.takeOut.savedFile())});
    CHECK(words.find("# Households") != std::string::npos);
    CHECK(words.find("s:138****5678") != std::string::npos);
    CHECK(words.find("13800005678") == std::string::npos);

    ExportsModel& past = *page.takeOut.past();
    waitUntil([&] { return past.count() == 1; });
    CHECK(past.index(0).data(ExportsModel::WorkerRole).toString() == text("李敏"));
    CHECK(past.index(0).data(ExportsModel::RowsRole).toInt() == 2);
    page.start();
    CHECK(page.files().size() == 2);  // nothing is written over
}

TEST_CASE("A period is days of the calendar, and stands in the fact", "[take-out]") {
    AtThePage page;
    page.takeOut.setPeriod(TakeOut::LastMonth);
    CHECK(dateFromDay(page.takeOut.fromDay()) == "2026-10-01");
    CHECK(dateFromDay(page.takeOut.untilDay()) == "2026-10-31");
    page.takeOut.setPeriod(TakeOut::ThisYear);
    CHECK(dateFromDay(page.takeOut.fromDay()) == "2026-01-01");
    CHECK(dateFromDay(page.takeOut.untilDay()) == "2026-11-22");
    page.start();
    const auto facts = ok(page.app.session().reader().exports(9));
    REQUIRE(facts.size() == 1);
    CHECK(facts.front().text(dataExport.fromDay) == "2026-01-01");
}

TEST_CASE("A household's list of looks names the exports that it was part of", "[take-out][look]") {
    AtThePage page;
    page.start();
    ShownHousehold& shown = *page.app.workspace().household();
    page.app.workspace().openHousehold(toQt(page.family.household));
    waitUntil([&] { return shown.isReady() && shown.looks()->count() == 1; });
    const QModelIndex row = shown.looks()->index(0);
    CHECK(row.data(LooksModel::ExportRole).toBool());
    CHECK(row.data(LooksModel::ReaderRole).toString() == text("李敏"));
    CHECK(row.data(LooksModel::WhatRole).toString() == "The whole grid as a workbook, numbers masked");
    CHECK(row.data(LooksModel::ReasonRole).toString() == "Everything");
}

TEST_CASE("A full disk and a missing folder are sentences, and nothing is left behind", "[take-out]") {
    AtThePage page;
    {
        const FullDisk full(2'000);
        page.start();
    }
    CHECK(page.takeOut.problem().startsWith("There is not enough room for the workbook"));
    CHECK(page.failed == page.takeOut.problem());
    CHECK(page.files().isEmpty());
    page.takeOut.start(QUrl::fromLocalFile("/nowhere/at/all"));
    CHECK(page.takeOut.problem().startsWith("This folder is not there any more"));
    CHECK_FALSE(page.takeOut.isRunning());
    page.start();
    CHECK(page.takeOut.problem() == "");
    CHECK(page.files().size() == 1);
}

TEST_CASE("Called off, it leaves neither a file nor a fact", "[take-out]") {
    AtThePage page;
    page.takeOut.start(QUrl::fromLocalFile(page.folder.path()));
    page.takeOut.cancel();
    waitUntil([&] { return !page.takeOut.isRunning(); });
    CHECK(page.saved == "");
    CHECK(page.failed == "");
    CHECK(page.files().isEmpty());
    CHECK(ok(page.app.session().reader().exports(9)).empty());
}

}  // namespace qiaomen::tests
