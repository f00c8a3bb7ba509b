// SPDX-License-Identifier: Apache-2.0
//
// What is written, as another program reads it.
#include "shared/sheets/workbook_writer.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/sheets/workbook_reader.h"
#include "tests/processes/python.h"
#include "tests/support/full_disk.h"
#include "tests/support/temp_folder.h"

namespace qiaomen::tests {

using processes::python;

namespace {

std::unique_ptr<WorkbookWriter> begin(const std::filesystem::path& file) {
    auto made = WorkbookWriter::create(file, {"导出", "李敏", "&L李敏 && 张敏"});
    REQUIRE(made.ok());
    return std::move(*made);
}

const SheetColumn kColumns[] = {{"姓名", 12}, {"时间", 17}, {"详情", 40, true}, {"人数", 8}};

}  // namespace

TEST_CASE("Texts stay texts, days are days, heads stay in sight", "[sheets][workbook]") {
    const TempFolder folder;
    const auto file = folder.path() / "written.xlsx";
    auto book = begin(file);
    const std::size_t about = book->beginNotes("说明", kColumns);
    const std::size_t people = book->beginTable("居民/住户", kColumns);
    const SheetValue rows[][4] = {
        {std::string("王秀英"), SheetMoment{2026, 11, 3, 870}, std::string("=HYPERLINK(\"http://x\")"), std::int64_t{2}},
        {std::string("+86"), SheetMoment{1950, 3, 21, -1}, std::string("@SUM(A1)\t\x01-1"), 2.5}};
    for (const auto& row : rows) book->row(people, row);
    const SheetValue title[] = {std::string("两行")};
    book->heading(about, title);
    REQUIRE(book->finish().ok());
    CHECK(book->rows(people) == 2);
    CHECK(python(processes::kPrintWorkbook, {file.string()}) ==
          "# 说明 None None\n"
          "s:两行\n"
          "# 居民 住户 A2 A1:D3\n"
          "s:姓名 | s:时间 | s:详情 | s:人数\n"
          "s:王秀英 | d:2026-11-03 14:30:00 | s:=HYPERLINK(\"http://x\") | n:2\n"
          "s:+86 | d:1950-03-21 00:00:00 | s:@SUM(A1)\t_x0001_-1 | n:2.5\n");
}

TEST_CASE("A long text is cut where a cell ends, names of sheets are made fit, and are never the same",
          "[sheets][workbook]") {
    CHECK(sheetName("") == "Sheet");
    CHECK(sheetName("a/b:c") == "a b c");
    const TempFolder folder;
    const auto file = folder.path() / "written.xlsx";
    auto book = begin(file);
    const std::string longName = "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三";
    for (int at = 0; at < 2; ++at) {
        const std::size_t sheet = book->beginTable(longName, kColumns);
        std::string text;
        for (int times = 0; times < 40'000; ++times) text += "好";
        const SheetValue row[] = {std::move(text)};
        book->row(sheet, row);
    }
    REQUIRE(book->finish().ok());
    CHECK(python("import sys, openpyxl\nb = openpyxl.load_workbook(sys.argv[1])\nprint([len(s.title) for s in b], "
                 "len(b.worksheets[0]['A2'].value), len(b.sheetnames))",
                 {file.string()}) == "[31, 31] 32767 2\n");
}

TEST_CASE("A folder that is not there, and a disk that fills up anywhere, are told", "[sheets][workbook]") {
    const TempFolder folder;
    {
        auto made = WorkbookWriter::create(folder.path() / "gone" / "x.xlsx", {});
        REQUIRE(made.ok());
        (*made)->beginTable("x", kColumns);
        CHECK_FALSE((*made)->finish().ok());
    }
    const auto write = [&](rlim_t room) {
        const FullDisk full(room);
        auto book = begin(folder.path() / "x.xlsx");
        const std::size_t sheet = book->beginTable("x", kColumns);
        for (std::int64_t row = 0; row < 3'000; ++row) {
            const SheetValue cells[] = {"名字" + std::to_string(row * 7919), SheetMoment{2026, 11, 3, 5},
                                        std::to_string(row * row * 31), row};
            book->row(sheet, cells);
        }
        return book->finish();
    };
    for (const rlim_t room : {2'000, 20'000, 60'000, 120'000, 400'000}) {
        INFO(room);
        const Outcome written = write(room);
        if (!written.ok()) CHECK(written.error().fault == Fault::full);
        if (written.ok()) CHECK(countRows(folder.path() / "x.xlsx", 1) == std::vector<std::uint64_t>{3'001});
    }
    CHECK_FALSE(write(20'000).ok());
    CHECK(write(50'000'000).ok());
}

}  // namespace qiaomen::tests
