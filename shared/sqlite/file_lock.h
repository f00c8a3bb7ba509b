// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "shared/core/result.h"

namespace qiaomen {

/// Holds a file locked (flock) for as long as it lives, so that a second process cannot open the same data: SQLite allows many
/// processes, but one writer per file is what keeps our write-ahead logs safe, and two apps on one folder would hand out the
/// same change numbers. The kernel lets go when the process ends, however it ends. The file holds its holder's process id.
class FileLock {
public:
    /// Fault::refused, with the holder's process id, when another process (or another lock of this one) has it.
    static Result<FileLock> take(const std::filesystem::path& file);

    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&& other) noexcept;
    ~FileLock();

private:
    explicit FileLock(int descriptor) : descriptor_(descriptor) {}

    int descriptor_ = -1;
};

}  // namespace qiaomen
