// SPDX-License-Identifier: Apache-2.0
//
// Slips as somebody else's programs read them: the text of the PDF, its pages, and the code on the picture.
#include "mobile/slip_sheet.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <catch2/catch_test_macros.hpp>

#include "mobile/pdf_letters.h"
#include "mobile/qr_code.h"
#include "mobile/shown_slip.h"
#include "shared/domain/collections.h"
#include "tests/mobile/workspace_story.h"

namespace qiaomen::tests {

namespace {

QString outputOf(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.start(program, arguments);
    REQUIRE(process.waitForFinished());
    INFO(process.readAllStandardError().toStdString());
    REQUIRE(process.exitCode() == 0);
    return QString::fromUtf8(process.readAllStandardOutput());
}

/// Without line breaks and spaces: no letter is taken for another.
QString plain(QString words) { return words.remove(QLatin1Char('\n')).remove(QLatin1Char(' ')); }

QString textOf(const QString& pdf) { return plain(outputOf("pdftotext", {"-enc", "UTF-8", pdf, "-"})); }

int pagesOf(const QString& pdf) {
    const QString info = outputOf("pdfinfo", {pdf});
    return info.mid(info.indexOf("Pages:") + 6).trimmed().section('\n', 0, 0).toInt();
}

QString codeOn(const QString& picture) {
    return outputOf("zbarimg", {"--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture}).trimmed();
}

Slip shortSlip() {
    Slip slip{.title = text("一次性告知书"), .subtitle = text("高龄津贴申领")};
    slip.parts.push_back({text("致 王＊＊ 户"), {text("缺少的材料全部如下：")}, false});
    slip.parts.push_back({{}, {text("居民身份证（原件核验）"), text("本人银行卡或社保卡")}, true});
    slip.qr = "qiaomen:order/0192f3a4b5c6d7e8f9a0b1c2d3e4f506";
    slip.qrCaption = text("大厅可凭此码查到本单。");
    slip.foot = text("李敏 · 烔炀社区第7网格 · 2026年11月23日");
    return slip;
}

/// What a thorough office would write: far more than one page.
Slip longSlip() {
    Slip slip = shortSlip();
    QStringList many;
    for (int at = 0; at < 40; ++at)
        many << text("家庭成员收入情况说明，须由用人单位或所在社区出具，并注明出具日期、联系人和联系电话") +
                    QString::number(1000 + at);
    slip.parts.push_back({text("补充说明"), many, true});
    return slip;
}

}  // namespace

TEST_CASE("A slip's PDF can be searched, and its picture's code be read, on both kinds of paper", "[slip]") {
    QTemporaryDir folder;
    for (const SlipPaper paper : {SlipPaper::a6, SlipPaper::roll}) {
        const auto files = saveSlip(shortSlip(), paper, folder.path(), "2026-11-23");
        REQUIRE(files.ok());
        REQUIRE(files->size() == 2);
        const QString words = textOf(files->front());
        INFO(words.toStdString());
        for (const char* expected :
             {"一次性告知书", "1.居民身份证（原件核验）", "2.本人银行卡或社保卡", "烔炀社区第7网格"})
            CHECK(words.contains(plain(text(expected))));
        CHECK(pagesOf(files->front()) == 1);
        CHECK(codeOn(files->back()) == shortSlip().qr);
    }
    CHECK(QDir(folder.path()).entryList(QDir::Files).size() == 4);  // the second pair took another name
}

TEST_CASE("Letters that look like radicals are found in a PDF as the letters that were written", "[slip]") {
    QTemporaryDir folder;
    Slip slip = shortSlip();
    const QString letters = text("居民一户人口长见车门风马鱼齿龙龟用田西青食黑");
    slip.parts.push_back({text("补充说明"), {letters}, false});
    const auto files = saveSlip(slip, SlipPaper::a6, folder.path(), "2026-11-23");
    REQUIRE(files.ok());
    const QString words = textOf(files->front());
    INFO(words.toStdString());
    CHECK(words.contains(letters));
    CHECK(words.contains(text("居民身份证")));
    for (const QChar letter : words) CHECK_FALSE((letter.unicode() >= 0x2E80 && letter.unicode() <= 0x2FDF));
    CHECK(QDir(folder.path()).entryList(QDir::Files).size() == 2);  // nothing was left beside them
}

TEST_CASE("The table of letters is read in each of its forms, and only radicals are put right", "[slip]") {
    const QByteArray before =
        "begincmap\n2 beginbfrange\n<0001> <0003> <0041>\n<0004> <0006> [<2EA0> <2F00> <D83DDE00>]\nendbfrange\n"
        "1 beginbfchar\n<0007> <2F47>\nendbfchar\nendcmap\n";
    CHECK(withIdeographs(before) ==
          "begincmap\n7 beginbfchar\n<0001> <0041>\n<0002> <0042>\n<0003> <0043>\n<0004> <6C11>\n<0005> <4E00>\n"
          "<0006> <D83DDE00>\n<0007> <65E5>\nendbfchar\nendcmap\n");
    CHECK(withIdeographs("no table") == "no table");
}

TEST_CASE("What is long goes on to the next page, no line is lost, and the code stands at the end", "[slip]") {
    QTemporaryDir folder;
    const auto files = saveSlip(longSlip(), SlipPaper::a6, folder.path(), "2026-11-23");
    REQUIRE(files.ok());
    const int pages = pagesOf(files->front());
    CHECK(pages > 2);
    CHECK(files->size() == pages + 1);
    const QString words = textOf(files->front());
    for (int at = 0; at < 40; ++at) CHECK(words.contains(QString::number(1000 + at)));
    CHECK(codeOn(files->back()) == longSlip().qr);
}

TEST_CASE("On a roll everything is one page as long as it takes", "[slip]") {
    const auto once = drawSlip(shortSlip(), SlipPaper::roll);
    const auto more = drawSlip(longSlip(), SlipPaper::roll);
    REQUIRE(once.size() == 1);
    REQUIRE(more.size() == 1);
    CHECK(once.front().width() == 58 * 8);
    CHECK(more.front().height() > 3 * once.front().height());
}

TEST_CASE("A slip whose folder is gone says so and writes nothing", "[slip]") {
    const auto files = saveSlip(shortSlip(), SlipPaper::a6, "/nowhere/at/all", "2026-11-23");
    REQUIRE_FALSE(files.ok());
    CHECK(files.error().fault == Fault::missing);
}

TEST_CASE("Angle brackets in what somebody typed are letters like any other", "[slip]") {
    QTemporaryDir folder;
    Slip slip = shortSlip();
    slip.subtitle = "<b>A & B</b>";
    const auto files = saveSlip(slip, SlipPaper::a6, folder.path(), "2026-11-23");
    REQUIRE(files.ok());
    CHECK(textOf(files->front()).contains("<b>A&B</b>"));
}

TEST_CASE("A text that is too long for a code gives none, and the slip is drawn all the same", "[slip]") {
    CHECK(qrCode(QString(5000, 'x')).size == 0);
    Slip slip = shortSlip();
    slip.qr = QString(5000, 'x');
    CHECK(drawSlip(slip, SlipPaper::a6).size() == 1);
}

TEST_CASE("The contact card is made of the grid's own record, shown, and saved where somebody chose", "[slip]") {
    FakeClock clock;
    WorkerApp app(clock, nullptr);
    ok(app.store().save(
        Edit{grid.number(),
             app.session().newId(),
             {{grid.code, "370611001007"}, {grid.gridName, "烔炀社区第7网格"}, {grid.phone, "0535-0000000"}}}));
    ShownSlip& slip = *app.workspace().slip();
    bool opened = false;
    QObject::connect(&app.workspace(), &Workspace::slipOpened, [&] { opened = true; });
    app.workspace().openContactCard();
    waitUntil([&] { return opened && !slip.pages().isEmpty(); });
    CHECK(slip.text().contains("0535-0000000"));
    CHECK(slip.pages().front().startsWith("data:image/png;base64,"));
    QTemporaryDir folder;
    slip.setPaper(ShownSlip::Roll);
    CHECK(slip.pages().isEmpty());
    slip.save(QUrl::fromLocalFile(folder.path()));
    waitUntil([&] { return !slip.savedFile().isEmpty(); });
    CHECK(textOf(slip.savedFile()).contains("0535-0000000"));
    QString problem;
    QObject::connect(&slip, &ShownSlip::failed, [&](const QString& words) { problem = words; });
    slip.save(QUrl::fromLocalFile("/nowhere/at/all"));
    waitUntil([&] { return !problem.isEmpty(); });
}

}  // namespace qiaomen::tests
