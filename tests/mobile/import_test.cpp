// SPDX-License-Identifier: Apache-2.0
#include <QFile>
#include <QTemporaryDir>

#include "mobile/import_form.h"
#include "mobile/text.h"
#include "shared/domain/collections.h"
#include "tests/mobile/workspace_story.h"
#include "tests/processes/python.h"
#include "tests/support/full_disk.h"

namespace qiaomen::tests {

namespace {

/// A worker with the file of the office at hand.
struct AtTheImport {
    FakeClock clock;
    Centre centre{clock};
    WorkerApp app{clock, &centre};
    Family wang = moveIn(app.store(), "3", "2", "501", {{"王秀英"}, {"王强"}});
    Family zhang = moveIn(app.store(), "3", "2", "402", {{"张伟"}});
    Family zhangToo = moveIn(app.store(), "5", "1", "101", {{"张伟"}});
    ImportForm& form = *app.workspace().visitImport();
    ImportRowsModel& rows = *form.rows();
    QTemporaryDir folder;
    QString saved, failed, undone;

    AtTheImport() {
        QObject::connect(&form, &ImportForm::saved, [this](const QString& summary) { saved = summary; });
        QObject::connect(&form, &ImportForm::failed, [this](const QString& problem) { failed = problem; });
        QObject::connect(&form, &ImportForm::undone, [this](const QString& summary) { undone = summary; });
    }
    QString csv(const char* name, const QByteArray& lines) {
        QFile file(folder.filePath(QString::fromUtf8(name)));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("走访对象,居住地址,方式,走访时间,参与人员,走访详情,服务标签\n" + lines);
        return file.fileName();
    }
    void reads(const QString& file) {
        failed.clear();
        form.read(QUrl::fromLocalFile(file));
        waitUntil([this] { return form.stage() != ImportForm::Reading; });
    }
    void saves() {
        saved.clear();
        form.save();
        waitUntil([this] { return form.stage() != ImportForm::Saving; });
    }
    QVariant at(int row, ImportRowsModel::Role role) { return rows.index(row).data(role); }
    std::size_t visits() { return ok(app.store().find(visit, visit.source, "import")).size(); }
};

const QByteArray kThree =
    "王秀英,3-2-501,入户,11/3,李敏,两人都好,日常\n张伟,,入户,11/4,李敏,两个张伟,\n赵六,9-9-909,入户,11/"
    "5,李敏,没有这户,\n";

}  // namespace

TEST_CASE(
    "A workbook of another program is looked at row by row, decided about, saved, and changes nothing a second time",
    "[import]") {
    AtTheImport page;
    const QString file = page.folder.filePath("11月走访.xlsx");
    processes::python(R"(
import sys, datetime, openpyxl
book = openpyxl.Workbook()
sheet = book.active
sheet.title = '十一月'
sheet.append(['烔炀社区第7网格走访台账'])
sheet.merge_cells('A1:G1')
sheet.append([])
sheet.append(['序号', '走访时间', '走访对象', '居住地址', '方式', '走访详情', '参与人员'])
sheet.append([1, datetime.datetime(2026, 11, 3, 9, 30), '王秀英', '锦绣花园3栋2单元501', '入户', '两人都好', '李敏、张敏'])
sheet.append([2, datetime.date(2026, 11, 10), None, None, '电话', '已通话', '李敏'])
sheet.merge_cells('C4:C5')
sheet.merge_cells('D4:D5')
sheet.append([3, '11月12日下午', '张伟', '3-2-402', '上门', '家中无人', '李敏'])
sheet.append([4, '十二日', '张伟', '3-2-402', '上门', '', '李敏'])
book.save(sys.argv[1])
)",
                      {fromQt(file)});
    page.reads(file);
    CHECK(page.failed == "");
    REQUIRE(page.form.stage() == ImportForm::Preview);
    CHECK(page.rows.ready() == 3);
    CHECK(page.rows.unreadable() == 1);
    CHECK(page.form.remarks() == QList<QString>{text("These columns were passed over: 序号")});
    CHECK(page.at(1, ImportRowsModel::PersonRole).toString() == text("王秀英"));
    CHECK(page.at(1, ImportRowsModel::PlaceRole).toString() == "Row 5");
    CHECK(page.at(2, ImportRowsModel::AboutRole).toString() == "At the door · Not home");
    CHECK(page.at(3, ImportRowsModel::ReasonRole).toString() ==
          text("走访时间: not a date: \"十二日\"; write it as 2026-11-03 14:30"));
    page.saves();
    CHECK(page.saved == "3 visit(s) saved");
    CHECK(page.visits() == 3);

    page.reads(file);
    CHECK(page.rows.already() == 3);
    CHECK(page.rows.visitsToSave() == 0);
    page.saves();
    CHECK(page.form.stage() == ImportForm::Preview);
    CHECK(page.visits() == 3);
}

TEST_CASE("A household is chosen among candidates or looked for; rows are left out or kept as notes", "[import]") {
    AtTheImport page;
    page.reads(page.csv("11月.csv", kThree));
    CHECK(page.rows.toChoose() == 1);
    CHECK(page.rows.notFound() == 1);
    CHECK(page.rows.visitsToSave() == 1);

    page.form.beginPlacing(1);
    CHECK(page.form.placing() == text("张伟"));
    CHECK(page.form.targets()->rowCount() == 2);
    page.form.setQuery("5-1-101");
    REQUIRE(page.form.targets()->rowCount() == 1);
    page.form.choose(0);
    CHECK(page.form.placing() == "");
    CHECK(page.at(1, ImportRowsModel::HouseholdRole).toString() == text("张伟 · 锦绣花园5栋1单元101室"));
    CHECK(page.rows.visitsToSave() == 2);
    page.form.setSkipped(0, true);
    CHECK(page.rows.visitsToSave() == 1);
    page.form.setSkipped(0, false);
    page.rows.setGroup(ImportRowsModel::NotFound);
    CHECK(page.rows.rowCount() == 1);
    page.form.keepAll(true);
    CHECK(page.at(0, ImportRowsModel::KeptRole).toBool());
    CHECK(page.rows.notesToSave() == 1);
    page.saves();
    CHECK(page.saved == "2 visit(s) saved · 1 row(s) kept as notes");
    waitUntil([&] { return page.form.openNotes() == 1; });

    moveIn(page.app.store(), "9", "9", "909", {{"赵六"}});
    page.form.readNotes();
    waitUntil([&] { return page.form.stage() == ImportForm::Preview; });
    CHECK(page.form.isOfNotes());
    CHECK(page.rows.ready() == 1);
    page.saves();
    waitUntil([&] { return page.form.openNotes() == 0; });
    CHECK(page.visits() == 3);
}

TEST_CASE("An unsent import is taken back as if it had never been; a sent one stays in the history, withdrawn",
          "[import][undo]") {
    AtTheImport page;
    const QString file = page.csv("11月.csv", kThree);
    page.app.workspace().sync()->setNetworkOn(false);
    const auto before = ok(page.app.store().digest());
    page.reads(file);
    page.form.keepAll(true);
    page.saves();
    CHECK(page.form.isUndoable());
    page.form.undo();
    waitUntil([&] { return !page.undone.isEmpty(); });
    CHECK(page.undone == "Import taken back. It is as if it had never been.");
    CHECK(ok(page.app.store().digest()) == before);

    page.app.workspace().sync()->setNetworkOn(true);
    page.reads(file);
    page.saves();
    page.app.sync();
    page.undone.clear();
    page.form.undo();
    waitUntil([&] { return !page.undone.isEmpty(); });
    CHECK(page.undone == "Import taken back. Some of it was sent already, so the history says so.");
    CHECK(ok(page.app.session().reader().counts()).visits == 0);
    page.reads(file);
    CHECK(page.rows.ready() == 1);  // it may be brought in anew
    page.saves();
    CHECK(ok(page.app.session().reader().counts()).visits == 1);
}

TEST_CASE("A long file is saved in batches, each whole; after a full disk the same file brings the rest", "[import]") {
    AtTheImport page;
    QByteArray lines;
    for (int row = 0; row < 1'200; ++row)
        lines += "王秀英,3-2-501,入户,11/3,李敏,第" + QByteArray::number(row) +
                 "次走访，说了许多话，一切都好，没有别的事情\n";
    const QString file = page.csv("许多.csv", lines);
    page.reads(file);
    REQUIRE(page.rows.ready() == 1'200);
    const auto room = static_cast<rlim_t>(
                          QFile(toQt(std::string_view(page.app.store().file().string() + "-wal"))).size()) +
                      600'000;
    {
        const FullDisk full(room);
        page.saves();
    }
    REQUIRE(page.failed.startsWith("The storage of this device is full."));
    const std::size_t kept = page.visits();
    CHECK(kept % kImportBatch == 0);
    CHECK(kept < 1'200);
    page.app.restart();
    ImportForm& again = *page.app.workspace().visitImport();
    again.read(QUrl::fromLocalFile(file));
    waitUntil([&] { return again.stage() == ImportForm::Preview; });
    CHECK(again.rows()->already() == static_cast<int>(kept));
    again.save();
    waitUntil([&] { return again.stage() == ImportForm::Done; });
    CHECK(page.visits() == 1'200);
    CHECK(ok(page.app.store().find(visitImport, visitImport.worker, "李敏")).size() >= 3);
}

TEST_CASE("A file that is none, or of another kind, is a sentence that says what to do", "[import]") {
    AtTheImport page;
    page.reads("/nowhere/x.xlsx");
    CHECK(page.failed == "x.xlsx: the file cannot be read: x.xlsx");
    QFile old(page.folder.filePath("old.xls"));
    REQUIRE(old.open(QIODevice::WriteOnly));
    old.write("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    old.close();
    page.reads(old.fileName());
    CHECK(page.failed ==
          "old.xls: this is an old workbook (.xls) or one with a password: save it as .xlsx without a password");
    page.reads(page.csv("leer.csv", ""));
    CHECK(page.failed == "leer.csv has heads, but no rows below them.");
    CHECK(page.form.stage() == ImportForm::Idle);
    CHECK(page.form.problem() == page.failed);
}

}  // namespace qiaomen::tests
