// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "shared/core/collection.h"
#include "syncserver/grid_store.h"

namespace qiaomen {

/// What became of looking at a grid. Sound when there is no finding.
struct GridVerdict {
    GridHead head;
    std::uint64_t records = 0;
    std::uint64_t refused = 0;
    /// What is wrong, a sentence each, naming the change, the record or the device concerned.
    std::vector<std::string> findings;
};

/// Proves that nothing of a grid was altered or removed since it was accepted:
///
/// - the engine finds its own storage whole: for SQLite each page by its HMAC, and the structure of tables and indexes;
/// - the log is unbroken: each change is there and can be read, and the hash chain over them ends where the head says;
/// - the records are what the log makes of them, each and in sum (the digest);
/// - what receipts promised still holds: of each device, every change up to the last one taken is in the log, or among the
///   refused with its reason.
///
/// Someone who can write everything could also make a new chain to go with another log: the receipts on the phones, which name
/// the chain and are signed, are what he cannot make.
///
/// Reads everything, from one moment; whoever writes meanwhile is not held up. Errors: missing (no such grid), offline; damage is
/// a finding.
Result<GridVerdict> verifyGrid(GridStore& store, const GridId& grid, Collections collections);

}  // namespace qiaomen
