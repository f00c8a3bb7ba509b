// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <cstdio>
#include <cstring>
#include <exception>
#include <sstream>
#include <string>

#include "tests/demo/audit.h"
#include "tests/demo/story.h"

namespace {

using namespace qiaomen;

/// How many of the acts' records stand in the centre's own log.
std::size_t inCentre(const demo::Story& story) {
    const std::string log = story.centreLog();
    std::size_t found = 0;
    for (const demo::Act& act : story.acts()) found += log.find(act.record.text()) != std::string::npos ? 1 : 0;
    return found;
}

/// The figure of a "name value" line.
std::size_t figure(const std::string& text, const std::string& name) {
    std::istringstream lines(text);
    std::string word;
    for (std::size_t value = 0; lines >> word;) {
        if (word == name && lines >> value) return value;
    }
    return 0;
}

/// Prints the closing lines; true when every figure is what it must be.
bool close(const demo::Story& story, demo::Audit audit) {
    const std::size_t recorded = story.acts().size();
    const std::string counts = story.centreCounts();
    if (figure(counts, "households") != audit.households || figure(counts, "residents") != audit.residents) {
        audit.complaints.push_back("the centre counts other people than the hall: " + counts);
    }
    if (inCentre(story) != recorded) audit.complaints.emplace_back("the centre's log lacks acts");
    std::printf(
        "\nhouseholds %zu\nresidents %zu\nrecorded_offline %zu\nsafe %zu\non_every_device %zu\nconflicts_shown "
        "%zu\nlost %zu\n",
        audit.households, audit.residents, recorded, audit.safe, audit.onEveryDevice, audit.conflicts, audit.lost);
    for (const std::string& complaint : audit.complaints) std::fprintf(stderr, "demo: %s\n", complaint.c_str());
    return audit.complaints.empty() && audit.households == 2935 && audit.residents == 8704 && recorded == 69 &&
           audit.safe == recorded && audit.onEveryDevice == recorded && audit.conflicts == 1 && audit.lost == 0;
}

}  // namespace

/// qiaomen-demo [--headless] [--keep FOLDER] [--kill-seed N]: runs the story and exits 0 only when every figure is right.
int main(int argc, char** argv) {
    bool headless = std::getenv("DISPLAY") == nullptr && std::getenv("WAYLAND_DISPLAY") == nullptr;
    std::filesystem::path keep;
    unsigned killSeed = 0;
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--headless") == 0) headless = true;
        if (std::strcmp(argv[i], "--keep") == 0 && i + 1 < argc) keep = argv[++i];
        if (std::strcmp(argv[i], "--kill-seed") == 0 && i + 1 < argc)
            killSeed = static_cast<unsigned>(std::stoul(argv[++i]));
    }
    const std::filesystem::path folder = keep.empty() ? std::filesystem::temp_directory_path() /
                                                            ("qiaomen-demo-" + std::to_string(getpid()))
                                                      : keep;
    std::filesystem::create_directories(folder);
    bool right = false;
    try {
        demo::Story story({QIAOMEN_SERVER, QIAOMEN_APP, folder, headless, killSeed});
        story.tell();
        right = close(story, demo::audit(story.deviceFolders(), story.grid(), story.acts()));
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "demo: %s\n", problem.what());
    }
    if (keep.empty() && right) std::filesystem::remove_all(folder);
    if (!right) std::fprintf(stderr, "demo: failed; what it made is in %s\n", folder.c_str());
    return right ? 0 : 1;
}
