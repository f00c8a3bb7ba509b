// SPDX-License-Identifier: Apache-2.0
//
// The rules of the source tree that no compiler checks, as pure functions: the text of one file in, findings out.
// tidy_test.cpp tries each on a planted violation, so that a rule cannot quietly stop finding, and then on every file of the tree.
// A finding names the file, the line, and the rule with its reason, because whoever reads it did not write the rule.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace qiaomen::tidy {

/// A file of the tree. The path is relative to the root, with forward slashes: it decides which rules apply.
struct SourceFile {
    std::string path;
    std::string text;
};

struct Finding {
    std::string path;
    int line = 0;  ///< counted from 1
    std::string rule;
    bool operator==(const Finding&) const = default;
};
using Findings = std::vector<Finding>;

/// "path:line: rule", the form in which editors and terminals offer to jump there.
std::string print(const Finding& finding);

/// What the file is, by its name.
bool isCpp(std::string_view path);
bool isQml(std::string_view path);
bool isDocument(std::string_view path);  ///< Markdown
bool isSource(std::string_view path);    ///< anything written to be run: C++, QML, SQL, scripts, web pages, CMake

/// Include lines point down the layers (README, "The map"), start at the root, and core stays without files, sockets and threads.
Findings wrongIncludes(const SourceFile& file);

/// Qt stays in the app: the centre and the shared layers must build and run without it.
Findings qtOutsideTheApp(const SourceFile& file);

/// QML is typed, and takes colours from the Theme, or dark mode and elder mode miss a spot.
Findings looseQml(const SourceFile& file);

/// Objects reach QML as typed required properties, which qmllint can check, never as context properties.
Findings contextProperties(const SourceFile& file);

/// Paths that a document names in backticks or links to exist. `exists` is asked about paths relative to the root.
Findings missingPaths(const SourceFile& file, const std::function<bool(const std::string&)>& exists);

/// A source file fits a reader's head: 600 lines at most.
Findings tooLong(const SourceFile& file);

/// Every source file says its licence in its first lines, so that a copied file keeps it.
Findings missingLicence(const SourceFile& file);

/// No tabs, no spaces at line ends: they only make differences that nobody sees.
Findings untidySpaces(const SourceFile& file);

/// No path that exists on one machine only, and no note to self that was left behind.
Findings leftovers(const SourceFile& file);

/// Work is proved by what was learned and done, never by traces of the worker: the words of check-ins, rankings of staff,
/// online time and tracks do not occur as names in code, tables, pages or routes, because nothing of the kind exists.
Findings formalism(const SourceFile& file);

}  // namespace qiaomen::tidy
