// SPDX-License-Identifier: Apache-2.0
#include "shared/sheets/csv.h"

#include <rapidcheck.h>
#include <catch2/catch_test_macros.hpp>

#include <string>
#include <vector>

using namespace qiaomen;

namespace {

using Texts = std::vector<std::string>;

std::vector<SheetRow> recordsOf(std::string_view text) {
    std::vector<SheetRow> records;
    CsvReader reader(text);
    for (SheetRow record; reader.next(record);) records.push_back(record);
    return records;
}

Texts textsOf(const SheetRow& record) {
    Texts texts;
    for (const auto& cell : record.cells) texts.push_back(cell.text);
    return texts;
}

}  // namespace

TEST_CASE("A register reads the same from Windows, Linux and an old Mac", "[community][csv]") {
    for (const char* text :
         {"户号,姓名\r\n1,王芳\r\n", "户号,姓名\n1,王芳\n", "户号,姓名\r1,王芳", "户号,姓名\n\n1,王芳\n\n,,,\n"}) {
        const auto records = recordsOf(text);
        REQUIRE(records.size() == 2);
        CHECK(textsOf(records[1]) == Texts{"1", "王芳"});
    }
}

TEST_CASE("Quotes hold commas, quotes and line breaks, and later cells still know their line", "[community][csv]") {
    const auto records = recordsOf("a,\"老街5号,\r\n后院\",\"他说\"\"好\"\"\"\nb,,\n");
    REQUIRE(records.size() == 2);
    CHECK(textsOf(records[0]) == Texts{"a", "老街5号,\n后院", "他说\"好\""});
    CHECK(records[0].cells[1].line == 1);
    CHECK(records[0].cells[2].line == 2);
    CHECK(records[1].line == 3);
    CHECK(textsOf(records[1]) == Texts{"b", "", ""});
}

TEST_CASE("A quote inside an unquoted cell is a character like others", "[community][csv]") {
    CHECK(textsOf(recordsOf("5\"管,ok\n").front()) == Texts{"5\"管", "ok"});
}

TEST_CASE("A forgotten quote costs its own line and none below", "[community][csv]") {
    const auto records = recordsOf("1,\"王芳\n2,李强\n3,\"赵\"敏\n4,陈静\n");
    REQUIRE(records.size() == 4);
    CHECK(records[0].problem->fault == CellFault::textAfterQuote);
    CHECK(records[0].problem->line == 1);
    CHECK(textsOf(records[1]) == Texts{"2", "李强"});
    CHECK(records[2].problem->found == "敏");
    CHECK(textsOf(records[3]) == Texts{"4", "陈静"});

    const auto atTheEnd = recordsOf("1,王芳\n2,\"李强\n3,赵敏\n");
    REQUIRE(atTheEnd.size() == 3);
    CHECK(atTheEnd[1].problem->fault == CellFault::unclosedQuote);
    CHECK(atTheEnd[1].problem->line == 2);
    CHECK(textsOf(atTheEnd[2]) == Texts{"3", "赵敏"});
}

TEST_CASE("Whatever is written can be read back", "[community][csv]") {
    CHECK(rc::check("csvLine then CsvReader gives the same cells", [] {
        const auto piece = rc::gen::element<std::string>("王", "𠮷", ",", "\"", "\n", " ", "a", "");
        const auto cell = rc::gen::map(rc::gen::container<std::vector<std::string>>(piece), [](const Texts& pieces) {
            std::string text;
            for (const auto& one : pieces) text += one;
            return text;
        });
        auto cells = *rc::gen::container<Texts>(cell);
        cells.push_back("end");
        const auto text = csvLine(cells) + csvLine(Texts{"next"});
        const auto records = recordsOf(text);
        RC_ASSERT(records.size() == 2U);
        RC_ASSERT(textsOf(records[0]) == cells);
    }));
}
