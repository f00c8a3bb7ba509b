// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "shared/core/collection.h"
#include "syncserver/device_table.h"
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

using KeySource = std::function<DeviceKeys()>;

/// Proves that nothing of a grid was altered or removed since it was accepted:
///
/// - the engine finds its own storage whole: for SQLite each page by its HMAC, and the structure of tables and indexes;
/// - the log is unbroken: each change is there and can be read, and the hash chain over them ends where the head says;
/// - each change is what its device signed, and follows what the device signed before (batch_proof.h);
/// - the records are what the log makes of them, each and in sum (the digest);
/// - what receipts promised still holds: of each device, every change up to the last one taken is in the log, or among the
///   refused with its reason, unless the device itself signed that nobody knows it any more.
///
/// Someone who can write everything could also make a new chain to go with another log. The signatures of the devices are what he
/// cannot make; and of changes at the end that he took away with their signatures, the signed receipts on the phones tell.
///
/// `keys` gives those of the devices, the centre's own included (Access::keys()); asked when the grid was opened, so that it knows
/// everybody who had signed by then.
///
/// Reads everything, from one moment; whoever writes meanwhile is not held up. Errors: missing (no such grid), offline; damage is
/// a finding.
Result<GridVerdict> verifyGrid(GridStore& store, const GridId& grid, Collections collections, const KeySource& keys);

}  // namespace qiaomen
