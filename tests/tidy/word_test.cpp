// SPDX-License-Identifier: Apache-2.0
//
// Each rule of words on a planted violation, and then on the translations of this tree.
#include "tests/tidy/word_rules.h"

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace qiaomen::tidy;

namespace {

SourceFile wordsOf(const char* path) {
    std::ifstream stream(std::filesystem::path(QIAOMEN_SOURCE_DIR) / path, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return {path, text.str()};
}

SourceFile chinese() { return wordsOf("qml/i18n/qiaomen_zh_CN.ts"); }
SourceFile english() { return wordsOf("qml/i18n/qiaomen_en.ts"); }

SourceFile planted(const std::string& source, const std::string& translation) {
    return {"a_zh_CN.ts", "<context>\n<name>Page</name>\n<message>\n<source>" + source + "</source>\n" + translation +
                              "\n</message>\n</context>\n"};
}

SourceFile counted(const char* path, const std::string& forms) {
    return {path,
            "<context>\n<name>Page</name>\n<message numerus=\"yes\">\n<source>%n door(s)</source>\n<translation>\n" +
                forms + "\n</translation>\n</message>\n</context>\n"};
}

void isClean(const Findings& findings) {
    for (const Finding& finding : findings) FAIL_CHECK(print(finding));
}

}  // namespace

TEST_CASE("A message without its translation is named", "[words]") {
    CHECK(unfinishedWords(planted("Save", "<translation>保存</translation>")).empty());
    CHECK(unfinishedWords(planted("Save", "<translation></translation>")).size() == 1);
    CHECK(unfinishedWords(planted("Save", "<translation type=\"unfinished\">保存</translation>")).size() == 1);
    CHECK(unfinishedWords(planted("Save", "<translation type=\"vanished\">保存</translation>")).size() == 1);
    CHECK(unfinishedWords(counted("a_zh_CN.ts", "<numerusform></numerusform>")).size() == 1);
    CHECK(print(unfinishedWords(planted("Save", "<translation></translation>")).front()) ==
          "a_zh_CN.ts:3: translate it: Page: Save");
}

TEST_CASE("An English sentence on a Chinese page is named, unless it is meant", "[words]") {
    CHECK(untranslatedWords(planted("Save", "<translation>Save</translation>")).size() == 1);
    CHECK(untranslatedWords(planted("%1/%2",
                                    "<translatorcomment>The same in both languages</translatorcomment>\n"
                                    "<translation>%1/%2</translation>"))
              .empty());
}

TEST_CASE("A value that is not filled in is named", "[words]") {
    CHECK(lostPlaceholders(planted("%1 of %2", "<translation>%2 中的 %1</translation>")).empty());
    CHECK(lostPlaceholders(planted("%1 of %2", "<translation>共 %2</translation>")).size() == 1);
    CHECK(lostPlaceholders(counted("a_zh_CN.ts", "<numerusform>户</numerusform>")).size() == 1);
}

TEST_CASE("A foreign mark beside a Chinese character is named", "[words]") {
    CHECK(foreignMarks(planted("Yes?", "<translation>是?</translation>")).size() == 1);
    CHECK(foreignMarks(planted("Yes?", "<translation>是？例如 20:30, 12:00</translation>")).empty());
}

TEST_CASE("A number without its English plural is named", "[words]") {
    const SourceFile chinese = counted("a_zh_CN.ts", "<numerusform>%n 户</numerusform>");
    CHECK(missingPlurals(chinese, {"a_en.ts", ""}).size() == 1);
    CHECK(missingPlurals(chinese,
                         counted("a_en.ts", "<numerusform>%n door</numerusform>\n<numerusform>%n doors</numerusform>"))
              .empty());
}

TEST_CASE("Every word is translated", "[words]") {
    isClean(unfinishedWords(chinese()));
    isClean(unfinishedWords(english()));
    isClean(untranslatedWords(chinese()));
}

TEST_CASE("Values, marks and plurals are right in both languages", "[words]") {
    isClean(lostPlaceholders(chinese()));
    isClean(lostPlaceholders(english()));
    isClean(foreignMarks(chinese()));
    isClean(missingPlurals(chinese(), english()));
}
