// SPDX-License-Identifier: Apache-2.0
#include "tests/tidy/tidy_rules.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <regex>
#include <span>

namespace qiaomen::tidy {
namespace {

using namespace std::string_view_literals;

constexpr int kMaxLines = 600;

/// The folders at the root whose files are ours; an include or a path in a document that begins with one must be right.
constexpr std::array kFolders = {"shared"sv, "syncserver"sv, "mobile"sv, "qml"sv, "tests"sv,
                                 "bench"sv,  "deploy"sv,     "docs"sv,   ".ci"sv};

struct Layer {
    std::string_view folder;
    std::span<const std::string_view> below;  ///< what it may include besides itself
    std::string_view reason;
};

constexpr std::array kBelowCore = {"shared/core/"sv};
constexpr std::array kBelowClient = {"shared/core/"sv, "shared/files/"sv, "shared/sqlite/"sv, "shared/domain/"sv,
                                     "shared/sheets/"sv};
constexpr std::array kBelowMobile = {"shared/"sv};
constexpr std::array kBelowBench = {"shared/"sv, "syncserver/"sv, "mobile/"sv, "tests/processes/"sv};
constexpr std::array<Layer, 9> kLayers = {{
    {"shared/core/", {}, "core is the bottom: what a change and a merge are depends on nothing else of ours"},
    {"shared/domain/", kBelowCore, "domain only describes the collections; whoever stores or sends them includes it"},
    {"shared/sqlite/", kBelowCore, "sqlite makes tables from any description it is given and knows none by name"},
    {"shared/files/", kBelowCore,
     "files keeps attachments for whoever asks and knows neither records' tables nor the network"},
    {"shared/sheets/", kBelowCore, "sheets reads and writes office files and knows no collection by name"},
    {"shared/client/", kBelowClient, "client is the phone's core: it knows neither the app above it nor the centre"},
    {"mobile/", kBelowMobile, "the app talks to the centre by the wire only"},
    {"syncserver/", kBelowClient,
     "the centre and the phone share core, domain and sqlite, and nothing else of each other"},
    {"bench/", kBelowBench, "benchmarks measure what users run; of the tests they share only how to start it"},
}};

bool startsWithAny(std::string_view path, std::span<const std::string_view> folders) {
    return std::ranges::any_of(folders, [&](std::string_view folder) { return path.starts_with(folder); });
}

bool endsWithAny(std::string_view path, std::initializer_list<std::string_view> endings) {
    return std::ranges::any_of(endings, [&](std::string_view ending) { return path.ends_with(ending); });
}

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

/// Calls `visit` with each line and its number, counted from 1.
template <class Visit>
void eachLine(std::string_view text, Visit visit) {
    for (int number = 1; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        visit(text.substr(0, end), number);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

/// The line without its comment. "://" is part of an address.
std::string_view codeOf(std::string_view line) {
    for (std::size_t at = line.find("//"); at != line.npos; at = line.find("//", at + 2)) {
        if (at == 0 || line[at - 1] != ':') return line.substr(0, at);
    }
    return line;
}

bool matches(std::string_view text, const std::regex& pattern) {
    return std::regex_search(text.begin(), text.end(), pattern);
}

/// The part between the marks of `#include "…"` or `#include <…>`, or nothing.
std::string_view included(std::string_view line, char open, char close) {
    if (!line.starts_with("#include ")) return {};
    const std::size_t begin = line.find(open);
    const std::size_t end = begin == line.npos ? line.npos : line.find(close, begin + 1);
    return end == line.npos ? std::string_view{} : line.substr(begin + 1, end - begin - 1);
}

std::string wrongIncludeOf(std::string_view path, std::string_view header) {
    const std::string_view first = header.substr(0, header.find('/'));
    if (std::ranges::find(kFolders, first) == kFolders.end() || first == header) {
        return "include " + quoted(header) + " by its path from the root, so that the line names its layer";
    }
    for (const Layer& layer : kLayers) {
        if (!path.starts_with(layer.folder) || header.starts_with(layer.folder)) continue;
        if (startsWithAny(header, layer.below)) continue;
        return std::string(layer.folder) + " may not include " + quoted(header) + ": " + std::string(layer.reason);
    }
    return {};
}

/// Time, files, sockets and threads are passed into core, so that a test can run a day of sync in a second.
std::string wrongInCore(std::string_view header) {
    constexpr std::array kForbidden = {"thread"sv,  "mutex"sv,      "future"sv,   "condition_variable"sv,
                                       "fstream"sv, "filesystem"sv, "iostream"sv, "httplib.h"sv};
    if (std::ranges::find(kForbidden, header) == kForbidden.end() && !header.starts_with("sys/")) return {};
    return "shared/core/ may not include <" + std::string(header) +
           ">: it has no files, sockets or threads; they are passed in";
}

bool isQtHeader(std::string_view header) {
    if (header.size() < 2 || header[0] != 'Q') return false;
    return header[1] == 't' || std::isupper(static_cast<unsigned char>(header[1]));
}

/// An identifier, path or route taken apart into lower-case words: "gpsTrack", "gps_track" and "gps-track" all say gps track.
std::string wordsOf(std::string_view identifier) {
    std::string words;
    bool afterSmall = false;
    for (const unsigned char letter : identifier) {
        const bool joint = letter == '_' || letter == '-';
        if (joint || (std::isupper(letter) && afterSmall)) words += ' ';
        if (!joint) words += static_cast<char>(std::tolower(letter));
        afterSmall = std::islower(letter) || std::isdigit(letter);
    }
    return ' ' + words + ' ';
}

bool isNamePart(unsigned char letter) { return std::isalnum(letter) || letter == '_' || letter == '-'; }

/// The name in the code that says what must not be, or nothing. A search may rank what it found: things, not people.
std::string formalismIn(std::string_view code, bool search) {
    constexpr std::array kChinese = {"打卡"sv, "签到"sv, "排名"sv, "排行"sv, "在线时长"sv, "轨迹"sv};
    for (const std::string_view word : kChinese) {
        if (code.find(word) != code.npos) return std::string(word);
    }
    constexpr std::array kWords = {" check in "sv,        " checkin "sv,     " clock in "sv,       " punch card "sv,
                                   " attendance "sv,      " leaderboard "sv, " leader board "sv,   " ranking "sv,
                                   " online duration "sv, " online time "sv, " gps track "sv,      " track point "sv,
                                   " track points "sv,    " trackpoint "sv,  " worker position "sv};
    for (auto begin = code.begin(); begin != code.end();) {
        begin = std::find_if(begin, code.end(), isNamePart);
        const auto end = std::find_if_not(begin, code.end(), isNamePart);
        const std::string words = wordsOf({begin, end});
        for (const std::string_view forbidden : kWords) {
            if (search && forbidden == " ranking ") continue;
            if (words.find(forbidden) != words.npos) return {begin, end};
        }
        begin = end;
    }
    return {};
}

/// True if a piece of code in a document is meant as a path of the tree: it begins with one of our folders and holds no pattern.
bool isPathOfTree(std::string_view text) {
    const bool plain = std::ranges::all_of(text, [](unsigned char c) { return isNamePart(c) || c == '.' || c == '/'; });
    return plain && text.find('/') != text.npos &&
           std::ranges::find(kFolders, text.substr(0, text.find('/'))) != kFolders.end();
}

bool isLinkIntoTree(std::string_view target) {
    return !target.empty() && target[0] != '#' && target.find(':') == target.npos && target.find(' ') == target.npos;
}

/// The path that a link in a document leads to, from the root.
std::string linkedPath(const std::string& document, std::string_view target) {
    const std::filesystem::path folder = std::filesystem::path(document).parent_path();
    return (folder / target.substr(0, target.find('#'))).lexically_normal().generic_string();
}

}  // namespace

std::string print(const Finding& finding) {
    return finding.path + ":" + std::to_string(finding.line) + ": " + finding.rule;
}

bool isCpp(std::string_view path) { return endsWithAny(path, {".h", ".cpp"}); }
bool isQml(std::string_view path) { return path.ends_with(".qml"); }
bool isDocument(std::string_view path) { return path.ends_with(".md"); }

bool isSource(std::string_view path) {
    return isCpp(path) || isQml(path) || path == "dev" || path == ".ci/run" || path.ends_with("CMakeLists.txt") ||
           endsWithAny(path, {".sql", ".sh", ".js", ".mjs", ".css", ".html", "_test"});
}

Findings wrongIncludes(const SourceFile& file) {
    Findings findings;
    if (!isCpp(file.path)) return findings;
    eachLine(file.text, [&](std::string_view line, int number) {
        const std::string_view header = included(line, '"', '"');
        std::string wrong;
        if (!header.empty() && !header.ends_with(".moc")) wrong = wrongIncludeOf(file.path, header);
        if (wrong.empty() && file.path.starts_with("shared/core/")) wrong = wrongInCore(included(line, '<', '>'));
        if (!wrong.empty()) findings.push_back({file.path, number, wrong});
    });
    return findings;
}

Findings qtOutsideTheApp(const SourceFile& file) {
    Findings findings;
    constexpr std::array kWithQt = {"mobile/"sv, "tests/"sv, "bench/"sv};
    if (!isCpp(file.path) || startsWithAny(file.path, kWithQt)) return findings;
    eachLine(file.text, [&](std::string_view line, int number) {
        const std::string_view header = included(line, '<', '>');
        if (!isQtHeader(header)) return;
        findings.push_back({file.path, number,
                            "Qt stops at mobile/, so that the centre and the shared layers build without it: <" +
                                std::string(header) + ">"});
    });
    return findings;
}

Findings looseQml(const SourceFile& file) {
    static const std::regex untyped(R"(\bproperty\s+(var|variant)\b)");
    static const std::regex colour(
        R"re("#[0-9a-fA-F]{3,8}"|\bQt\.(rgba|hsla|hsva)\(|[cC]olor\s*:\s*"(?!transparent")[a-zA-Z]+")re");
    Findings findings;
    if (!isQml(file.path)) return findings;
    const bool mayNameColours = file.path.starts_with("qml/style/") || file.path.starts_with("tests/qml/");
    eachLine(file.text, [&](std::string_view line, int number) {
        const std::string_view code = codeOf(line);
        if (matches(code, untyped)) {
            findings.push_back(
                {file.path, number,
                 "write the property's type instead of var: qmllint finds the misspelling that var hides"});
        }
        if (!mayNameColours && matches(code, colour)) {
            findings.push_back(
                {file.path, number, "take the colour from Theme: a literal does not follow dark mode and elder mode"});
        }
    });
    return findings;
}

Findings contextProperties(const SourceFile& file) {
    Findings findings;
    if (!isCpp(file.path)) return findings;
    eachLine(file.text, [&](std::string_view line, int number) {
        if (codeOf(line).find("setContextProperty") == line.npos) return;
        findings.push_back(
            {file.path, number,
             "hand the object to QML as a typed required property: nothing checks the use of a context property"});
    });
    return findings;
}

Findings missingPaths(const SourceFile& file, const std::function<bool(const std::string&)>& exists) {
    static const std::regex code("`([^`]+)`");
    static const std::regex link(R"(\]\(([^)]+)\))");
    Findings findings;
    if (!isDocument(file.path)) return findings;
    bool inBlock = false;
    eachLine(file.text, [&](std::string_view view, int number) {
        if (view.starts_with("```")) inBlock = !inBlock;
        if (inBlock) return;
        const std::string line(view);
        const auto report = [&](const std::string& path) {
            findings.push_back({file.path, number, "the document names a path that does not exist: " + path});
        };
        for (std::sregex_iterator it(line.begin(), line.end(), code), end; it != end; ++it) {
            const std::string path = (*it)[1];
            if (isPathOfTree(path) && !exists(path) && !exists(path + ".h")) report(path);
        }
        for (std::sregex_iterator it(line.begin(), line.end(), link), end; it != end; ++it) {
            const std::string target = (*it)[1];
            if (isLinkIntoTree(target) && !exists(linkedPath(file.path, target))) report(target);
        }
    });
    return findings;
}

Findings tooLong(const SourceFile& file) {
    const auto lines = static_cast<int>(std::ranges::count(file.text, '\n'));
    if (!isSource(file.path) || lines <= kMaxLines) return {};
    return {{file.path, lines,
             "a source file has at most " + std::to_string(kMaxLines) +
                 " lines: split it by noun, so that each part fits a reader's head"}};
}

Findings missingLicence(const SourceFile& file) {
    if (!isSource(file.path) || file.path.ends_with("CMakeLists.txt")) return {};
    const std::string_view text = file.text;
    if (text.substr(0, 300).find("SPDX-License-Identifier: Apache-2.0") != text.npos) return {};
    return {{file.path, 1,
             "the file begins with SPDX-License-Identifier: Apache-2.0 in a comment, so that a copied file keeps its "
             "licence"}};
}

Findings untidySpaces(const SourceFile& file) {
    Findings findings;
    if (!isSource(file.path) && !isDocument(file.path)) return findings;
    eachLine(file.text, [&](std::string_view line, int number) {
        if (line.find('\t') != line.npos)
            findings.push_back({file.path, number, "no tab characters: they look different everywhere"});
        if (line.ends_with(' '))
            findings.push_back(
                {file.path, number, "no spaces at the end of a line: nobody sees them, every comparison does"});
        if (line.ends_with('\r')) findings.push_back({file.path, number, "lines end with a line feed alone"});
    });
    return findings;
}

Findings leftovers(const SourceFile& file) {
    static const std::regex machine(R"((^|[^A-Za-z0-9_.\-/])/(work|home|root|Users)/[A-Za-z0-9_.])");
    static const std::regex note(R"(\b(TODO|FIXME)\b)");
    Findings findings;
    if (!isSource(file.path) && !isDocument(file.path)) return findings;
    eachLine(file.text, [&](std::string_view line, int number) {
        if (matches(line, machine))
            findings.push_back({file.path, number, "no path of one machine: the project must work anywhere"});
        if (matches(line, note))
            findings.push_back(
                {file.path, number, "do it, or write it down where others see it: no note to self stays in the tree"});
    });
    return findings;
}

Findings formalism(const SourceFile& file) {
    Findings findings;
    const bool shown = isSource(file.path) ||
                       file.path.ends_with(".ts");  // code, tables, pages, and the words on the screen
    if (!shown || file.path.starts_with("tests/")) return findings;
    const bool search = file.path.find("search") != file.path.npos;
    eachLine(file.text, [&](std::string_view line, int number) {
        const std::string name = formalismIn(codeOf(line), search);
        if (name.empty()) return;
        findings.push_back(
            {file.path, number,
             "evidence by content, never by trace of the worker (check-in, ranking, online time, track): " + name});
    });
    return findings;
}

}  // namespace qiaomen::tidy
