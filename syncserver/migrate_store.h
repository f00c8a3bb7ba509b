// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>

#include "shared/core/collection.h"
#include "syncserver/device_table.h"
#include "syncserver/grid_store.h"
#include "syncserver/verify.h"

namespace qiaomen {

struct MigrationReport {
    std::size_t grids = 0;    ///< copied now
    std::size_t already = 0;  ///< found in the target, the same to the last digest
    std::uint64_t changes = 0;
    std::uint64_t records = 0;
};

/// Copies every grid from one store to another, of whichever engines: log, records, what each device brought and signed, what was refused,
/// under the same epoch and numbers, so that no phone notices. Each grid is one transaction, and the copy is verified (verify.h)
/// before the next. Run again after an interruption, it goes on where
/// it stopped. Nothing in `from` is changed; nobody should write to it meanwhile: what comes to a grid after its
/// copy stays behind, and is reported at the end.
///
/// The limits of commits in the log are not copied: they only decide where a long tail is cut.
///
/// Errors: invalid (the target holds something else for a grid: nothing of it was changed), broken (the source's own digest or
/// chain does not fit its content, or the copy does not), and those of the stores.
Result<MigrationReport> migrateStore(
    GridStore& from, GridStore& to, Collections collections, const KeySource& keys,
    const std::function<void(const GridId&, std::size_t done, std::size_t all)>& onGrid = {});

/// Copies the registry of devices: tokens go on opening what they opened. Those that are in the target already are left as they
/// are there. Gives how many were copied. Errors: invalid (another device has the name).
Result<std::size_t> migrateDevices(DeviceTable& from, DeviceTable& to);

}  // namespace qiaomen
