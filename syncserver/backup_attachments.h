// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "shared/sqlite/database.h"

namespace qiaomen {

/// What became of attachments that were copied.
struct CopiedAttachments {
    std::size_t copied = 0;
    std::size_t linked = 0;   ///< to an earlier copy, which was checked when it was made
    std::size_t already = 0;  ///< were there
    std::size_t damaged = 0;  ///< left out
    [[nodiscard]] std::size_t all() const { return copied + linked + already; }
    bool operator==(const CopiedAttachments&) const = default;
};

/// Copies the attachments of all grids (`from`/ID/HASH) as the encrypted files they are, each read and checked against its hash
/// first; what is on its way in chunks is not copied. A file never changes, so one of `earlier` (empty: none) is linked instead,
/// and copied where the disk is another one. Nothing to do where there is no `from`. Throws StoreError: full, broken (a file that
/// cannot be read or written).
CopiedAttachments copyAttachments(const std::filesystem::path& from, const std::filesystem::path& into,
                                  const DatabaseKey& key, const std::filesystem::path& earlier);

}  // namespace qiaomen
