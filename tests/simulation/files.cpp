// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/files.h"

#include <sqlcipher/sqlite3.h>
#include <unistd.h>

#include <memory>
#include <stdexcept>

namespace qiaomen::simulation {

namespace fs = std::filesystem;

namespace {

fs::path beside(const fs::path& file, const char* ending) { return fs::path(file.string() + ending); }

/// As SQLCipher writes a key of raw bytes; "''" for none.
std::string keyText(const std::optional<DatabaseKey>& key) {
    if (!key) return "''";
    std::string text = "\"x'";
    for (const std::uint8_t byte : *key)
        text.append(1, "0123456789abcdef"[byte >> 4]).append(1, "0123456789abcdef"[byte & 15]);
    return text + "'\"";
}

int firstNumber(void* number, int /*columns*/, char** values, char** /*names*/) {
    *static_cast<std::string*>(number) = values[0];
    return 0;
}

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

void copyFolder(const fs::path& from, const fs::path& to) {
    fs::remove_all(to);
    fs::create_directories(to);
    for (const auto& entry : fs::directory_iterator(from)) {
        const std::string name = entry.path().filename().string();
        if (entry.is_directory()) copyFolder(entry.path(), to / name);
        if (!entry.is_regular_file() || name == "lock" || name.ends_with("-shm")) continue;
        fs::copy_file(entry.path(), to / name);
        fs::last_write_time(to / name, fs::last_write_time(entry.path()));
    }
}

/// By SQLite's own words: the store's Database allows no second file, for good reasons.
void writeUnderKey(const fs::path& from, const std::optional<DatabaseKey>& fromKey, const fs::path& to,
                   const std::optional<DatabaseKey>& toKey) {
    removeDatabase(to);
    sqlite3* opened = nullptr;
    const bool isOpen = sqlite3_open(from.c_str(), &opened) == SQLITE_OK;
    const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> database(opened, sqlite3_close);
    const auto run = [&](const std::string& words, std::string* answer = nullptr) {
        if (!isOpen || sqlite3_exec(opened, words.c_str(), answer ? firstNumber : nullptr, answer, nullptr) != SQLITE_OK)
            throw std::runtime_error(from.string() + ": " + sqlite3_errmsg(opened));
    };
    if (fromKey) run("PRAGMA key = " + keyText(fromKey));
    std::string version;
    run("PRAGMA user_version", &version);
    run("ATTACH DATABASE '" + to.string() + "' AS other KEY " + keyText(toKey));
    run("SELECT sqlcipher_export('other')");
    run("PRAGMA other.user_version = " + version);
    run("DETACH DATABASE other");
}

}  // namespace qiaomen::simulation
