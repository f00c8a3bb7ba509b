// SPDX-License-Identifier: Apache-2.0
//
// Two stories for each rule: somebody breaks it and is told where and why; and nobody has broken it in this tree.
#include "tests/tidy/tidy_rules.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace qiaomen::tidy;
namespace fs = std::filesystem;

namespace {

const fs::path kRoot = QIAOMEN_SOURCE_DIR;

std::string contentOf(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

/// What belongs to the tree: not what builds, runs and version control put there.
bool belongsToTree(const fs::path& path) {
    constexpr std::array kForeign = {"build", ".git", ".local", ".cache", "node_modules"};
    return std::ranges::find(kForeign, path.filename().string()) == kForeign.end();
}

/// Every source file and document of the tree, read once.
const std::vector<SourceFile>& tree() {
    static const std::vector<SourceFile> files = [] {
        std::vector<SourceFile> found;
        for (fs::recursive_directory_iterator it(kRoot), end; it != end; ++it) {
            if (it->is_directory() && !belongsToTree(it->path())) it.disable_recursion_pending();
            const std::string path = it->path().lexically_relative(kRoot).generic_string();
            if (!it->is_regular_file() || (!isSource(path) && !isDocument(path) && !path.ends_with(".ts"))) continue;
            found.push_back({path, contentOf(it->path())});
        }
        return found;
    }();
    return files;
}

template <class Rule>
void nobodyBreaks(Rule rule) {
    REQUIRE(std::ranges::any_of(tree(), [](const SourceFile& file) { return file.path == "tests/tidy/tidy_rules.h"; }));
    for (const SourceFile& file : tree()) {
        if (file.path.starts_with("tests/tidy/")) continue;  // the rules speak of what they forbid
        for (const Finding& finding : rule(file)) FAIL_CHECK(print(finding));
    }
}

/// The findings as "line: first words", which is what a reader of the stories below wants to compare.
std::string story(const Findings& findings) {
    std::string text;
    for (const Finding& finding : findings)
        text += std::to_string(finding.line) + ": " + finding.rule.substr(0, finding.rule.find(':')) + "\n";
    return text;
}

bool existsInTree(const std::string& path) { return fs::exists(kRoot / path); }

}  // namespace

TEST_CASE("A finding reads as path, line and rule", "[tidy]") {
    CHECK(print({"mobile/main.cpp", 7, "because"}) == "mobile/main.cpp:7: because");
}

TEST_CASE("A wrong include is named, with the line and the reason", "[tidy][layers]") {
    const auto includes = [](std::string path, const std::string& header) {
        return wrongIncludes({std::move(path), "#pragma once\n#include \"" + header + "\"\n"});
    };
    SECTION("core includes nothing above it") {
        const Findings findings = includes("shared/core/merge.h", "shared/sqlite/database.h");
        REQUIRE(findings.size() == 1);
        CHECK(print(findings[0]) ==
              "shared/core/merge.h:2: shared/core/ may not include \"shared/sqlite/database.h\": "
              "core is the bottom: what a change and a merge are depends on nothing else of ours");
    }
    SECTION("domain and sqlite stand side by side") {
        CHECK_FALSE(includes("shared/domain/visit.h", "shared/sqlite/database.h").empty());
        CHECK_FALSE(includes("shared/sqlite/tables.cpp", "shared/domain/collections.h").empty());
    }
    SECTION("the phone and the centre do not know each other") {
        CHECK_FALSE(includes("shared/client/store.h", "syncserver/hub.h").empty());
        CHECK_FALSE(includes("shared/client/store.h", "mobile/text.h").empty());
        CHECK_FALSE(includes("syncserver/hub.cpp", "shared/client/store.h").empty());
        CHECK_FALSE(includes("mobile/main.cpp", "syncserver/hub.h").empty());
    }
    SECTION("nothing includes the tests") {
        CHECK_FALSE(includes("mobile/main.cpp", "tests/support/fake_clock.h").empty());
        CHECK_FALSE(includes("bench/basics.cpp", "tests/support/fake_clock.h").empty());
    }
    SECTION("an include begins at the root") {
        CHECK_FALSE(includes("shared/core/merge.cpp", "merge.h").empty());
        CHECK_FALSE(includes("shared/core/merge.cpp", "core/merge.h").empty());
    }
    SECTION("what points down is fine") {
        CHECK(includes("shared/core/merge.cpp", "shared/core/merge.h").empty());
        CHECK(includes("shared/client/store.cpp", "shared/domain/visit.h").empty());
        CHECK(includes("syncserver/hub.cpp", "shared/sqlite/database.h").empty());
        CHECK(includes("tests/core/merge_test.cpp", "tests/support/fake_clock.h").empty());
        CHECK(includes("tests/mobile/form_test.cpp", "form_test.moc").empty());
    }
    SECTION("core has no threads and files") {
        CHECK_FALSE(wrongIncludes({"shared/core/clock.cpp", "#include <thread>\n"}).empty());
        CHECK_FALSE(wrongIncludes({"shared/core/clock.cpp", "#include <sys/socket.h>\n"}).empty());
        CHECK(wrongIncludes({"shared/sqlite/database.cpp", "#include <filesystem>\n"}).empty());
    }
}

TEST_CASE("Include lines point down the layers", "[tidy][layers]") { nobodyBreaks(wrongIncludes); }

TEST_CASE("Qt in the centre or in the shared layers is named", "[tidy][layers]") {
    CHECK(story(qtOutsideTheApp({"syncserver/hub.cpp", "#include <string>\n#include <QString>\n"})) ==
          "2: Qt stops at mobile/, so that the centre and the shared layers build without it\n");
    CHECK_FALSE(qtOutsideTheApp({"shared/core/value.h", "#include <QtCore/QString>\n"}).empty());
    CHECK(qtOutsideTheApp({"mobile/text.h", "#include <QString>\n"}).empty());
}

TEST_CASE("Qt stays in the app", "[tidy][layers]") { nobodyBreaks(qtOutsideTheApp); }

TEST_CASE("An untyped property and a literal colour in QML are named", "[tidy][qml]") {
    CHECK(story(looseQml({"qml/pages/A.qml", "Item {\n    property var form\n    required property var x\n}\n"})) ==
          "2: write the property's type instead of var\n3: write the property's type instead of var\n");
    CHECK_FALSE(looseQml({"qml/pages/A.qml", "color: \"#0B6B5D\"\n"}).empty());
    CHECK_FALSE(looseQml({"qml/pages/A.qml", "border.color: \"red\"\n"}).empty());
    CHECK_FALSE(looseQml({"qml/pages/A.qml", "color: Qt.rgba(0, 0, 0, 0.4)\n"}).empty());
    CHECK(looseQml({"qml/pages/A.qml", "color: \"transparent\"\ncolor: Theme.primary // not \"#fff\"\n"}).empty());
    CHECK(looseQml({"qml/style/Theme.qml", "readonly property color primary: \"#0B6B5D\"\n"}).empty());
}

TEST_CASE("QML is typed and takes its colours from the theme", "[tidy][qml]") { nobodyBreaks(looseQml); }

TEST_CASE("A context property is named", "[tidy][qml]") {
    CHECK(story(contextProperties({"mobile/main.cpp", "\nroot->setContextProperty(\"store\", &store);\n"})) ==
          "2: hand the object to QML as a typed required property\n");
    CHECK(contextProperties({"mobile/main.cpp", "// never setContextProperty\n"}).empty());
}

TEST_CASE("Nothing reaches QML as a context property", "[tidy][qml]") { nobodyBreaks(contextProperties); }

TEST_CASE("A document that names a path which is gone is named", "[tidy][documents]") {
    const auto exists = [](const std::string& path) {
        return path == "shared/core/merge.h" || path == "docs/decisions.md";
    };
    CHECK(story(missingPaths({"README.md", "See `shared/core/merge.h`,\n`shared/core/gone.h` and `mobile/`.\n"},
                             exists)) ==
          "2: the document names a path that does not exist\n2: the document names a path that does not exist\n");
    CHECK(story(missingPaths({"docs/sync.md", "[why](decisions.md#one) [x](gone.md) [web](https://a.example)\n"},
                             exists)) == "1: the document names a path that does not exist\n");
    CHECK(
        missingPaths(
            {"README.md", "`shared/core/merge`, `shared/*/x.h`, `build/dev`, `a/b`\n```\n`shared/gone`\n```\n"}, exists)
            .empty());
}

TEST_CASE("Documents name only paths that exist", "[tidy][documents]") {
    nobodyBreaks([](const SourceFile& file) { return missingPaths(file, existsInTree); });
}

TEST_CASE("A file of more than 600 lines is named", "[tidy]") {
    CHECK(tooLong({"mobile/main.cpp", std::string(600, '\n')}).empty());
    CHECK(story(tooLong({"mobile/main.cpp", std::string(601, '\n')})) == "601: a source file has at most 600 lines\n");
}

TEST_CASE("Source files fit a reader's head", "[tidy]") { nobodyBreaks(tooLong); }

TEST_CASE("A source file without its licence is named", "[tidy]") {
    CHECK_FALSE(missingLicence({"mobile/main.cpp", "int main() {}\n"}).empty());
    CHECK(missingLicence({"dev", "#!/usr/bin/env bash\n# SPDX-License-Identifier: Apache-2.0\n"}).empty());
    CHECK(missingLicence({"README.md", "# Qiaomen\n"}).empty());
}

TEST_CASE("Every source file says its licence", "[tidy]") { nobodyBreaks(missingLicence); }

TEST_CASE("Tabs and spaces at line ends are named", "[tidy]") {
    CHECK(story(untidySpaces({"qml/Main.qml", "\tx\ny \nz\r\n"})) ==
          "1: no tab characters\n2: no spaces at the end of a line\n3: lines end with a line feed alone\n");
}

TEST_CASE("There are no tabs and no spaces at line ends", "[tidy]") { nobodyBreaks(untidySpaces); }

TEST_CASE("A path of one machine and a note to self are named", "[tidy]") {
    CHECK(story(leftovers({"docs/a.md", "see /home/alice/x\n\nTODO later\n"})) ==
          "1: no path of one machine\n3: do it, or write it down where others see it\n");
    CHECK(leftovers({"docs/a.md", "work/home, at/work/x, https://a.example/home/x, TODOs\n"}).empty());
}

TEST_CASE("No path of one machine and no note to self is left in the tree", "[tidy]") { nobodyBreaks(leftovers); }

TEST_CASE("The words of watching workers are named, however they are written", "[tidy][formalism]") {
    for (const char* code : {"void checkIn();", "check_in INTEGER", "\"/v1/check-in\"", "property int onlineDuration",
                             "gpsTrack", "struct TrackPoint", "track_points", "class Leaderboard", "int ranking",
                             "qsTr(\"打卡\")", "label: \"排名\""}) {
        INFO(code);
        CHECK_FALSE(formalism({"syncserver/server.cpp", code}).empty());
    }
    for (const char* code : {"checkInput(text)", "double checks", "int rank", "trackChanges()", "onlineSince",
                             "f(x); // never a ranking"}) {
        INFO(code);
        CHECK(formalism({"syncserver/server.cpp", code}).empty());
    }
    CHECK(formalism({"shared/client/search_index.cpp", "const double ranking"}).empty());
    CHECK_FALSE(formalism({"shared/client/search_index.cpp", "const double leaderboard"}).empty());
    CHECK_FALSE(formalism({"qml/i18n/qiaomen_zh_CN.ts", "<translation>积分排名</translation>"}).empty());
}

TEST_CASE("Nothing in code, tables, pages or routes watches the worker", "[tidy][formalism]") {
    nobodyBreaks(formalism);
}
