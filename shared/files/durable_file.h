// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "shared/core/result.h"

namespace qiaomen {

/// A failed file operation in words, with the fault that says what to do: a full disk is `full`, an absent file `missing`,
/// anything else `broken`. `error` is an errno. The file's name is told, never its folder.
Error fileError(const std::filesystem::path& file, int error);

/// Writes a file so that a crash or power cut at any moment leaves the old one or the whole new one: written as `beside` (on the same
/// disk), synced, renamed to `file`, and the folder synced. When it fails, `beside` is gone again. Readable by the owner only.
Outcome writeDurably(const std::filesystem::path& file, const std::filesystem::path& beside, std::string_view bytes);

/// A file that another library wrote: on the disk when this returns, and readable by the owner only, where the
/// disk knows owners.
Outcome syncFile(const std::filesystem::path& file);
/// Gives a file that is on the disk its name: after a power cut it has the one or the other.
Outcome renameDurably(const std::filesystem::path& from, const std::filesystem::path& to);

/// Deletes a file and syncs its folder. A file that is not there is a success.
Outcome removeDurably(const std::filesystem::path& file);

Result<std::string> readWhole(const std::filesystem::path& file);

}  // namespace qiaomen
