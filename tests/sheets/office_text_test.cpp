// SPDX-License-Identifier: Apache-2.0
#include "shared/sheets/office_text.h"

#include <catch2/catch_test_macros.hpp>

using namespace qiaomen;
using namespace std::string_literals;

namespace {

OfficeText textOf(std::string_view bytes) { return std::get<OfficeText>(decodeOfficeText(bytes)); }
CellProblem problemOf(std::string_view bytes) { return std::get<CellProblem>(decodeOfficeText(bytes)); }

}  // namespace

TEST_CASE("The clerk need not know how Excel saved the file", "[community][encoding]") {
    const std::string text = "姓名,电话\r\n王芳,\r\n";
    for (const auto encoding : {TextEncoding::utf8, TextEncoding::utf8WithMark, TextEncoding::gb18030}) {
        const auto read = textOf(encodeOfficeText(text, encoding));
        CHECK(read.utf8 == text);
        CHECK(read.encoding == encoding);
    }
    CHECK(encodeOfficeText("姓名", TextEncoding::gb18030) == "\xD0\xD5\xC3\xFB");
}

TEST_CASE("People with rare characters keep their names in GB18030", "[community][encoding]") {
    const std::string text = "姓名\n𠮷田\n刘䶮\n㛃\n";
    CHECK(textOf(encodeOfficeText(text, TextEncoding::gb18030)).utf8 == text);
}

TEST_CASE("A long file survives the conversion in pieces", "[community][encoding]") {
    std::string text;
    for (int i = 0; i < 20'000; ++i) text += "𠮷王a";
    CHECK(textOf("\xD0\xD5\xC3\xFB\n" + encodeOfficeText(text, TextEncoding::gb18030)).utf8 == "姓名\n" + text);
}

TEST_CASE("A broken byte is reported where it stands, not read as something else", "[community][encoding]") {
    SECTION("in a UTF-8 file") {
        const auto problem = problemOf("姓名,电话\n王芳\xFF,1\n");
        CHECK(problem.fault == CellFault::encoding);
        CHECK(problem.line == 2);
        CHECK(problem.expected == "3");
        CHECK(problem.found == "0xFF");
    }
    SECTION("in a GB18030 file") {
        const auto problem = problemOf("\xD0\xD5\xC3\xFB\n\xCD\xF5\xFF\xB7\xBC\n");
        CHECK(problem.line == 2);
        CHECK(problem.expected == "2");
        CHECK(problem.found == "0xFF");
    }
    SECTION("cut off in the middle of a character") {
        CHECK(problemOf("\xD0\xD5\xC3\xFB\n\xCD\xF5\xB7").line == 2);
        CHECK(problemOf("姓名\n\xE7\x8E").line == 2);
    }
    SECTION("a NUL byte, as in UTF-16") {
        CHECK(problemOf("\xFF\xFE\x0D\x59"s + '\0').line == 1);
        CHECK(problemOf("a\0b"s).found == "0x00");
    }
}

TEST_CASE("An Excel workbook is named as what it is", "[community][encoding]") {
    CHECK(problemOf("PK\x03\x04rest").fault == CellFault::workbook);
}

TEST_CASE("Blanks of every width are trimmed, and full-width digits become digits", "[community][encoding]") {
    CHECK(trimmed("　 王 芳\xC2\xA0\t　") == "王 芳");
    CHECK(trimmed("　　").empty());
    CHECK(trimmed("").empty());
    CHECK(halfWidth("１５４０－００Ｘ（王）") == "1540-00X(王)");
}
