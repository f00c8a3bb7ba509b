// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>

#include "shared/sqlite/database.h"

/// What happens to files when nobody closes them properly, or when somebody puts an old copy back.
namespace qiaomen::simulation {

/// A new empty folder in memory where the system has one (the stores sync to the disk as they always do, and here that costs
/// nothing), gone when it goes out of scope.
class FastFolder {
public:
    FastFolder();
    ~FastFolder();
    FastFolder(const FastFolder&) = delete;
    FastFolder& operator=(const FastFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

/// Copies a database as it is on the disk at this moment, write-ahead log included, while it is open: what a kill leaves, and
/// what a backup of the files takes. Replaces what was at `to`.
void copyDatabase(const std::filesystem::path& from, const std::filesystem::path& to);
/// The same with all files of a folder. Locks, and the indexes that live in shared memory, are not on the disk.
void copyFolder(const std::filesystem::path& from, const std::filesystem::path& to);
/// Takes a database away with everything beside it.
void removeDatabase(const std::filesystem::path& file);

/// Writes all that a database holds into a new one under another key; none: not encrypted. Nobody may have either open.
void writeUnderKey(const std::filesystem::path& from, const std::optional<DatabaseKey>& fromKey,
                   const std::filesystem::path& to, const std::optional<DatabaseKey>& toKey);

}  // namespace qiaomen::simulation
