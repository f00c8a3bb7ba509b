// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "tests/processes/process.h"
#include "tests/support/temp_folder.h"

using namespace qiaomen;
using namespace qiaomen::tests;

namespace {

/// A fenced block of commands, and the block of output after it.
struct Example {
    std::string commands;
    std::string output;
};

std::vector<Example> examplesOf(const std::string& file) {
    std::vector<Example> examples;
    std::ifstream in(file);
    std::string* block = nullptr;
    for (std::string line; std::getline(in, line);) {
        if (line == "```sh") {
            block = &examples.emplace_back().commands;
        } else if (line == "```text") {
            REQUIRE_FALSE(examples.empty());
            block = &examples.back().output;
        } else if (line == "```") {
            block = nullptr;
        } else if (block) {
            *block += line + "\n";
        }
    }
    return examples;
}

/// Whether the text fits a pattern in which "…" stands for anything within a line.
bool fits(std::string_view text, std::string_view pattern) {
    constexpr std::string_view kAnything = "…";
    const std::size_t gap = pattern.find(kAnything);
    if (gap == std::string_view::npos) return text == pattern;
    if (!text.starts_with(pattern.substr(0, gap))) return false;
    text.remove_prefix(gap);
    pattern.remove_prefix(gap + kAnything.size());
    for (std::size_t skipped = 0; skipped <= text.size(); ++skipped) {
        if (fits(text.substr(skipped), pattern)) return true;
        if (skipped < text.size() && text[skipped] == '\n') return false;
    }
    return false;
}

constexpr std::string_view kMark = "=== end of example ===";

}  // namespace

TEST_CASE("Every example of syncserver/README.md does what the page says, on a real server", "[readme]") {
    const std::vector<Example> examples = examplesOf(QIAOMEN_SOURCE_DIR "/syncserver/README.md");
    REQUIRE(examples.size() >= 10);
    const TempFolder folder;
    std::ofstream script(folder / "examples.sh");
    script << "set -euo pipefail\ncd '" << folder.path().string() << "'\n"
           << "trap 'kill $(jobs -p) 2>/dev/null || true' EXIT\n"
           << "PATH='" << std::filesystem::path(QIAOMEN_SERVER).parent_path().string() << "':$PATH\n";
    for (const Example& example : examples) script << example.commands << "echo '" << kMark << "'\n";
    script.close();

    const std::string all = processes::run({.command = {"/bin/bash", (folder / "examples.sh").string()},
                                            .errors = folder / "errors.txt",
                                            .environment = {}});
    std::size_t at = 0;
    for (const Example& example : examples) {
        const std::size_t end = all.find(kMark, at);
        REQUIRE(end != std::string::npos);
        const std::string output = all.substr(at, end - at);
        INFO(example.commands << "--- printed:\n" << output << "--- and the page says:\n" << example.output);
        CHECK(fits(output, example.output));
        at = end + kMark.size() + 1;
    }
}
