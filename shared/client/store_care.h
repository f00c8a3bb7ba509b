// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "shared/client/local_store.h"

/// Looking after a replica's file: how large its parts are, and whether it is whole. Each on a connection of its own, so that neither
/// a page nor a sync waits for it. Off the UI thread.
namespace qiaomen {

/// Which file: enough to look into it while the replica is used, or even goes.
struct StoreFile {
    std::filesystem::path file;
    std::optional<DatabaseKey> key;
    Collections collections;
};
StoreFile fileOf(const LocalStore& store);

/// Bytes on the disk, the write-ahead log included.
struct StoreSizes {
    std::uint64_t records = 0;  ///< and everything else that is not named here
    std::uint64_t search = 0;
    std::uint64_t drafts = 0;
    bool operator==(const StoreSizes&) const = default;
};
/// Errors: those of opening the file.
Result<StoreSizes> sizesOf(const StoreFile& store);

/// What a thorough look found.
struct StoreCheck {
    std::uint64_t records = 0;          ///< looked at
    std::vector<std::string> findings;  ///< for the administrator, in English; without anybody's data. Empty: all is whole
    bool operator==(const StoreCheck&) const = default;
};
/// Reads every page, checked by its HMAC, and every record, whose sum must be the digest that the syncs compare. Stops early when
/// `stopping` becomes true. Errors: those of opening the file; damage is a finding.
Result<StoreCheck> checkStore(const StoreFile& store, const std::atomic<bool>& stopping);

}  // namespace qiaomen
