// SPDX-License-Identifier: Apache-2.0
//
// Workbooks as another program writes them.
#include "shared/sheets/workbook_reader.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/sheets/excel_dates.h"
#include "tests/processes/python.h"
#include "tests/sheets/made_books.h"
#include "tests/support/temp_folder.h"

namespace qiaomen::tests {

using processes::python;

namespace {

/// "2: 王秀英 | 3-2-402": each row with its number.
std::string story(const WorkbookSheet& sheet) {
    std::string all;
    for (const SheetRow& row : sheet.rows) {
        all += std::to_string(row.line) + ":";
        for (const SheetCell& cell : row.cells) all += " " + cell.text + " |";
        all += "\n";
    }
    return all;
}

std::vector<WorkbookSheet> sheetsOf(const std::string& bytes) {
    auto read = readWorkbook(bytes);
    if (const auto* problem = std::get_if<CellProblem>(&read)) FAIL(english(*problem));
    return std::get<std::vector<WorkbookSheet>>(std::move(read));
}

}  // namespace

TEST_CASE("Cells are read as they are shown: dates by their format, merged cells in each row, formulas by their result",
          "[sheets][workbook]") {
    const TempFolder folder;
    const auto file = folder.path() / "made.xlsx";
    python(R"(
import sys, datetime, openpyxl
book = openpyxl.Workbook()
sheet = book.active
sheet.title = '11月'
sheet['B2'] = '走访对象'
sheet['C2'] = '走访时间'
sheet['D2'] = '详情'
sheet['B3'] = '王秀英'
sheet['C3'] = datetime.datetime(2026, 11, 3, 14, 30)
sheet['D3'] = '两口人\n都好 & <安>'
sheet['B4'] = '李敏'
sheet['C4'] = datetime.date(2026, 11, 4)
sheet['C4'].number_format = 'yyyy"年"m"月"d"日";@'
sheet['D4'] = 402
sheet.merge_cells('B4:B6')
sheet['C5'] = 46330
sheet['D5'] = 12.5
sheet['C6'] = '11/6'
sheet['D6'] = True
hidden = book.create_sheet('藏')
hidden['A1'] = 'x'
hidden.sheet_state = 'hidden'
book.save(sys.argv[1])
)",
           {file.string()});
    const auto sheets = sheetsOf(bytesOf(file));
    REQUIRE(sheets.size() == 2);
    CHECK(sheets[0].name == "11月");
    CHECK_FALSE(sheets[0].hidden);
    CHECK(sheets[1].hidden);
    CHECK(story(sheets[0]) ==
          "2:  | 走访对象 | 走访时间 | 详情 |\n"
          "3:  | 王秀英 | 2026-11-03 14:30 | 两口人\n都好 & <安> |\n"
          "4:  | 李敏 | 2026-11-04 | 402 |\n"
          "5:  | 李敏 | 46330 | 12.5 |\n"
          "6:  | 李敏 | 11/6 | 1 |\n");
}

TEST_CASE("A workbook that counts from 1904 means the same days", "[sheets][workbook]") {
    CHECK(excelMoment(46329) == "2026-11-03");
    CHECK(excelMoment(46329 - 1462, ExcelEpoch::of1904) == "2026-11-03");
    CHECK(excelMoment(46329.604167) == "2026-11-03 14:30");
    CHECK_FALSE(excelMoment(60));
    CHECK_FALSE(excelMoment(-1));
    CHECK(isDatePattern("[$-804]yyyy\"年\"m\"月\""));
    CHECK_FALSE(isDatePattern("General"));
    CHECK_FALSE(isDatePattern("0.00\" days\""));
    CHECK_FALSE(isDatePattern("[Red]#,##0"));
    CHECK(isDateFormat(14));
    CHECK_FALSE(isDateFormat(1));
}

TEST_CASE("Texts in cells, in the shared table with a reading aid, and formulas' results are all texts",
          "[sheets][workbook]") {
    const auto sheets = sheetsOf(zipOf(bookParts(
        R"(<sheetData><row><c t="inlineStr"><is><r><t>王</t></r><r><t>秀英</t></r></is></c><c t="s"><v>0</v></c><c t="str"><f>A1</f><v>3-2-402</v></c>
           <c t="d"><v>2026-11-03T09:00:00</v></c><c t="s"><v>77</v></c><c><v>1.38E10</v></c></row></sheetData>)",
        R"(<si><r><t>锦绣</t></r><r><t>花园</t></r><rPh><t>jinxiu</t></rPh></si>)")));
    REQUIRE(sheets.size() == 1);
    CHECK(story(sheets[0]) == "1: 王秀英 | 锦绣花园 | 3-2-402 | 2026-11-03 09:00 |  | 13800000000 |\n");
}

TEST_CASE("What is no workbook says what it is", "[sheets][workbook]") {
    const auto fault = [](std::string_view bytes) { return std::get<CellProblem>(readWorkbook(bytes)).fault; };
    CHECK(fault("\xD0\xCF\x11\xE0 an old one, or one with a password") == CellFault::oldWorkbook);
    CHECK(fault("PK\x03\x04 and then nothing") == CellFault::damaged);
    CHECK(fault(zipOf({{"word/document.xml", "<w/>"}})) == CellFault::damaged);
    CHECK(fault("") == CellFault::damaged);
}

}  // namespace qiaomen::tests
