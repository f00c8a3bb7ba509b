// SPDX-License-Identifier: Apache-2.0
//
// Storage, diagnostics and printing, as the pages have them.
#include <QAbstractItemModelTester>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include "mobile/diagnostics.h"
#include "mobile/system_printing.h"
#include "mobile/text.h"
#include "shared/domain/collections.h"
#include "tests/mobile/workspace_story.h"

namespace qiaomen::tests {

namespace {

struct Desk {
    FakeClock clock;
    Centre centre{clock};
    WorkerApp app{clock, &centre};
    Family wang = moveIn(app.store(), "3", "2", "501", {{"王秀英", "15400005678"}});
    StorageModel& storage = *app.workspace().storage();
    Diagnostics& diagnostics = *app.workspace().diagnostics();
};

/// Puts programs of these names before all others.
class Programs {
public:
    Programs() { qputenv("PATH", folder_.path().toLocal8Bit() + ':' + before_); }
    ~Programs() { qputenv("PATH", before_); }
    Programs(const Programs&) = delete;
    Programs& operator=(const Programs&) = delete;
    void add(const QString& name, const QByteArray& script) {
        QFile file(folder_.filePath(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\n" + script + "\n");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    [[nodiscard]] QByteArray read(const QString& name) const {
        QFile file(folder_.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] QString path() const { return folder_.path(); }

private:
    QTemporaryDir folder_;
    QByteArray before_ = qgetenv("PATH");
};

}  // namespace

TEST_CASE("The storage page says what takes how much, and how much is left", "[storage]") {
    Desk desk;
    QAbstractItemModelTester strict(&desk.storage, QAbstractItemModelTester::FailureReportingMode::Fatal);
    CHECK_FALSE(desk.storage.isReady());
    desk.storage.refresh();
    waitUntil([&] { return desk.storage.isReady(); });
    CHECK(desk.storage.problem() == "");
    CHECK(desk.storage.index(StorageModel::Records).data(StorageModel::BytesRole).toDouble() > 0);
    CHECK(desk.storage.index(StorageModel::Search).data(StorageModel::BytesRole).toDouble() > 0);
    CHECK(desk.storage.index(StorageModel::SafePhotos).data(StorageModel::BytesRole).toDouble() == 0);
    CHECK(desk.storage.total() > 0);
    CHECK(desk.storage.freeBytes() > 0);
    CHECK(desk.storage.diskBytes() > desk.storage.freeBytes());
    CHECK(desk.storage.removable() == 0);
}

TEST_CASE("A disk is warned of weeks before it is full", "[storage]") {
    constexpr std::uint64_t kMegabyte = 1 << 20;
    constexpr std::uint64_t kDaysWork = 20 * kMegabyte;
    CHECK(diskLevel(30 * kDaysWork) == DiskLevel::plenty);
    CHECK(diskLevel(20 * kDaysWork) == DiskLevel::low);
    CHECK(diskLevel(4 * kDaysWork) == DiskLevel::critical);
    CHECK(diskLevel(0) == DiskLevel::critical);
}

TEST_CASE("Diagnostics tell the version, the device and the sync; the report tells nothing about anybody",
          "[diagnostics]") {
    Desk desk;
    QAbstractItemModelTester strict(&desk.diagnostics, QAbstractItemModelTester::FailureReportingMode::Fatal);
    desk.app.sync();
    waitUntil([&] { return desk.app.workspace().sync()->onlyHereCount() == 0; });
    CHECK(desk.diagnostics.faults() == "");
    CHECK(desk.diagnostics.index(0).data(Diagnostics::ValueRole).toString() == "story 1");
    const QString report = desk.diagnostics.report();
    INFO(report.toStdString());
    CHECK(report.contains("version        story 1"));
    CHECK(report.contains("device         " + desk.app.workspace().deviceId()));
    CHECK(report.contains("sync           up to date, last success 2026-11-22"));
    CHECK(report.contains("safe           3"));
    CHECK(report.contains("integrity      not looked at"));
    for (const char* personal : {"王秀英", "李敏", "15400005678", "锦绣花园", "East"})
        CHECK_FALSE(report.contains(text(personal)));
}

TEST_CASE("A look through everything finds sound data sound, and a damaged file damaged", "[diagnostics]") {
    Desk desk;
    desk.diagnostics.check();
    CHECK(desk.diagnostics.isChecking());
    waitUntil([&] { return !desk.diagnostics.isChecking(); });
    CHECK(desk.diagnostics.isSound());
    CHECK(desk.diagnostics.checked() == "Everything is whole: 3 record(s) were looked at.");
    CHECK(desk.diagnostics.report().contains("integrity      whole"));

    ok(desk.app.store().checkpoint());
    QFile file(toQt(std::string_view(desk.app.store().file().string())));
    REQUIRE(file.open(QIODevice::ReadWrite));
    file.seek(3 * 4096 + 50);
    file.write("damage");
    file.close();
    desk.diagnostics.check();
    waitUntil([&] { return !desk.diagnostics.isChecking(); });
    CHECK_FALSE(desk.diagnostics.isSound());
    CHECK(desk.diagnostics.faults().contains("Something is damaged. Do not delete anything"));
    CHECK_FALSE(desk.diagnostics.report().contains(text("王秀英")));
}

TEST_CASE("What the centre says no to is among the faults, in words, and in the report", "[diagnostics]") {
    Desk desk;
    desk.app.way()->alter = [](SyncReply& reply) {
        for (GridReply& grid : reply.grids) grid.problem = Error{Fault::refused, "this device was revoked"};
    };
    desk.app.sync();
    waitUntil([&] { return desk.diagnostics.faults() != ""; });
    CHECK(desk.diagnostics.faults().contains("does not accept this device"));
    CHECK(desk.diagnostics.report().contains("sync: refused: this device was revoked"));
}

TEST_CASE("The report is a text file where somebody chose, or a sentence why it is not", "[diagnostics]") {
    Desk desk;
    QTemporaryDir folder;
    QSignalSpy saved(&desk.diagnostics, &Diagnostics::saved), failed(&desk.diagnostics, &Diagnostics::failed);
    desk.diagnostics.save(QUrl::fromLocalFile(folder.path()));
    waitUntil([&] { return saved.count() == 1; });
    QFile file(desk.diagnostics.savedFile());
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(QString::fromUtf8(file.readAll()).startsWith("Qiaomen diagnostic report, 2026-11-22"));
    desk.diagnostics.save(QUrl::fromLocalFile("/nowhere/at/all"));
    waitUntil([&] { return failed.count() == 1; });
    CHECK(desk.diagnostics.savedFile().startsWith(folder.path()));
}

TEST_CASE("The system's printers are offered, the default one first, and get the slip as a PDF", "[print]") {
    Programs programs;
    programs.add("lpstat",
                 "case $1 in -e) printf 'Hall\\nOffice\\n';; -d) echo 'system default destination: Office';; esac");
    programs.add("lp", "printf '%s\\n' \"$@\" > " + programs.path().toUtf8() + "/arguments; head -c 5 \"$4\" > " +
                           programs.path().toUtf8() + "/head");
    CHECK(systemPrinters() == QStringList{"Office", "Hall"});
    Desk desk;
    ok(desk.app.store().save(
        Edit{grid.number(),
             desk.app.session().newId(),
             {{grid.code, "370611001007"}, {grid.gridName, "烔炀社区第7网格"}, {grid.phone, "0535-0000000"}}}));
    ShownSlip& slip = *desk.app.workspace().slip();
    QSignalSpy printed(&slip, &ShownSlip::printed), failed(&slip, &ShownSlip::failed);
    desk.app.workspace().openContactCard();
    waitUntil([&] { return !slip.pages().isEmpty() && slip.arePrintersKnown(); });
    CHECK(slip.printers().size() == 2);
    slip.printOn("Hall");
    waitUntil([&] { return printed.count() == 1; });
    CHECK(programs.read("arguments").startsWith("-d\nHall\n--\n"));
    CHECK(programs.read("head") == "%PDF-");

    programs.add("lp", "echo 'lp: The printer is not accepting jobs.' >&2; exit 1");
    slip.printOn("Hall");
    waitUntil([&] { return failed.count() == 1; });
    CHECK(failed.first().first().toString().contains("not accepting jobs"));
    CHECK_FALSE(slip.isPrinting());
}

TEST_CASE("Where there is no printing service there are no printers, and nothing else is different", "[print]") {
    Programs programs;
    qputenv("PATH", programs.path().toLocal8Bit());
    CHECK(systemPrinters().isEmpty());
    CHECK(printFile("/tmp/none.pdf", "Hall").error().fault == Fault::missing);
    programs.add("lpstat", "echo 'lpstat: Transport endpoint is not connected' >&2; exit 1");
    qputenv("PATH", programs.path().toLocal8Bit() + ":/bin:/usr/bin");
    CHECK(systemPrinters().isEmpty());
}

}  // namespace qiaomen::tests
