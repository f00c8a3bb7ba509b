// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/files.h"

#include <unistd.h>

#include <stdexcept>

namespace qiaomen::simulation {

namespace fs = std::filesystem;

namespace {

fs::path beside(const fs::path& file, const char* ending) { return fs::path(file.string() + ending); }

}  // namespace

FastFolder::FastFolder() {
    const fs::path memory = "/dev/shm";
    const fs::path base = ::access(memory.c_str(), W_OK) == 0 ? memory : fs::temp_directory_path();
    std::string name = (base / "qiaomen-simulation-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw std::runtime_error("no folder for a simulation: " + name);
    path_ = name;
}

FastFolder::~FastFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

void removeDatabase(const fs::path& file) {
    for (const char* ending : {"", "-wal", "-shm", "-journal"}) fs::remove(beside(file, ending));
}

void copyDatabase(const fs::path& from, const fs::path& to) {
    removeDatabase(to);
    fs::create_directories(to.parent_path());
    for (const char* ending : {"", "-wal"}) {
        if (fs::exists(beside(from, ending))) fs::copy_file(beside(from, ending), beside(to, ending));
    }
}

}  // namespace qiaomen::simulation
