// SPDX-License-Identifier: Apache-2.0
//
// Workbooks that somebody made to do harm, or that a stick has spoilt: each is refused with a sentence, in bounded memory, and none ends
// the program.
#include <catch2/catch_test_macros.hpp>
#include <random>

#include "shared/sheets/workbook_reader.h"
#include "tests/sheets/made_books.h"

namespace qiaomen::tests {

namespace {

CellFault faultOf(const std::string& bytes, const WorkbookLimits& limits = {}) {
    const auto read = readWorkbook(bytes, limits);
    const auto* problem = std::get_if<CellProblem>(&read);
    REQUIRE(problem);
    CHECK_FALSE(chineseReason(*problem).empty());
    return problem->fault;
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    all.reserve(text.size() * times);
    for (std::size_t at = 0; at < times; ++at) all += text;
    return all;
}

}  // namespace

TEST_CASE("A part that unfolds a thousandfold is refused at its limit", "[sheets][hostile]") {
    const std::string bomb = zipOf(bookParts("<sheetData>" + std::string(std::size_t{80} << 20U, ' ') + "</sheetData>"));
    REQUIRE(bomb.size() < 200'000);
    CHECK(faultOf(bomb) == CellFault::tooLarge);
}

TEST_CASE("Cells that all name one long text are counted by what they hold", "[sheets][hostile]") {
    const std::string sheet = "<sheetData>" + repeated("<row><c t=\"s\"><v>0</v></c></row>", 2'000) + "</sheetData>";
    CHECK(faultOf(zipOf(bookParts(sheet, "<si><t>" + std::string(32'000, 'x') + "</t></si>"))) == CellFault::tooLarge);
}

TEST_CASE("Too many rows, texts and sheets are refused", "[sheets][hostile]") {
    const WorkbookLimits small{.texts = 10, .rows = 10};
    CHECK(faultOf(zipOf(bookParts("<sheetData>" + repeated("<row><c><v>1</v></c></row>", 11) + "</sheetData>")),
                  small) == CellFault::tooLarge);
    CHECK(faultOf(zipOf(bookParts("<sheetData/>", repeated("<si><t>x</t></si>", 11))), small) == CellFault::tooLarge);
    CHECK(faultOf(std::string(100, 'x'), {.fileBytes = 99}) == CellFault::tooLarge);
}

TEST_CASE("A document type is refused: no entity is expanded, and nothing outside is asked for", "[sheets][hostile]") {
    auto parts = bookParts("<sheetData/>");
    SECTION("entities within entities") {
        parts[2].second =
            "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b "
            "\"&a;&a;&a;&a;&a;&a;&a;&a;\">]><worksheet><sheetData><row><c "
            "t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>";
    }
    SECTION("a file of this machine") {
        parts[2].second =
            "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row><c "
            "t=\"str\"><v>&a;</v></c></row></sheetData></worksheet>";
    }
    CHECK(faultOf(zipOf(parts)) == CellFault::damaged);
}

TEST_CASE("Elements nested without end, broken XML and relations that lead nowhere do no harm", "[sheets][hostile]") {
    CHECK(faultOf(zipOf(bookParts(repeated("<a>", 100'000)))) == CellFault::damaged);
    CHECK(faultOf(zipOf(bookParts("<sheetData><row>"))) == CellFault::damaged);
    CHECK(faultOf(zipOf(bookParts("\xFF\xFE"))) == CellFault::damaged);
    auto parts = bookParts("<sheetData/>");
    parts[1].second = "<Relationships><Relationship Id=\"rId1\" Target=\"../../../../etc/passwd\"/></Relationships>";
    CHECK(faultOf(zipOf(parts)) == CellFault::damaged);
    parts[1].second =
        "<Relationships><Relationship Id=\"rId1\" TargetMode=\"External\" "
        "Target=\"http://127.0.0.1:1/x\"/></Relationships>";
    CHECK(std::get<std::vector<WorkbookSheet>>(readWorkbook(zipOf(parts))).empty());
}

TEST_CASE("Odd numbers of cells, rows and merged ranges are taken for what they can be", "[sheets][hostile]") {
    const std::string sheet =
        R"(<sheetData><row r="99999999999"><c r="ZZZ1"><v>1</v></c><c r="A1" s="4000000000" t="s"><v>-5</v></c></row><row r="-3"><c r="99"><v>nan</v></c></row></sheetData>
           <mergeCells>)" +
        repeated(R"(<mergeCell ref="A1:A1048576"/><mergeCell ref="B2"/><mergeCell ref=":"/>)", 30'000) +
        "</mergeCells>";
    const auto read = readWorkbook(zipOf(bookParts(sheet)));
    CHECK(std::holds_alternative<std::vector<WorkbookSheet>>(read));
}

TEST_CASE("A workbook cut or spoilt at any place is refused or read, and never ends the program", "[sheets][hostile]") {
    const std::string whole = zipOf(bookParts(
        "<sheetData>" + repeated("<row><c t=\"s\"><v>0</v></c><c><v>46329</v></c></row>", 50) + "</sheetData>",
        "<si><t>王秀英</t></si>"));
    std::mt19937 random(7);
    for (int round = 0; round < 2'000; ++round) {
        std::string spoilt = whole;
        const std::size_t at = random() % spoilt.size();
        if (round % 4 == 0) {
            spoilt.resize(at);
        } else {
            for (int bytes = 0; bytes < round % 4; ++bytes)
                spoilt[(at + static_cast<std::size_t>(bytes) * 7) % spoilt.size()] = static_cast<char>(random());
        }
        const auto read = readWorkbook(spoilt);
        if (const auto* problem = std::get_if<CellProblem>(&read)) CHECK_FALSE(english(*problem).empty());
    }
}

}  // namespace qiaomen::tests
