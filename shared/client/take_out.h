// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <string>

#include "shared/client/local_store.h"
#include "shared/domain/civil_day.h"

namespace qiaomen {

/// What somebody wants to take out of a grid, and how it is to be written.
struct TakeOutOrder {
    std::filesystem::path file;  ///< must not be there; its folder must
    bool chinese = true;         ///< the words of the workbook
    std::string worker, app;
    RecordId fact;                  ///< of the export, in the grid (shared/domain/data_export.h)
    std::string fromDay, untilDay;  ///< of what happened, "YYYY-MM-DD", both included; empty: everything
    WallClock now;
};

/// How far it is, for whoever waits; and a way to say that nobody waits any more.
struct TakeOutWatch {
    std::atomic<std::uint64_t> done = 0, total = 0;  ///< rows
    std::atomic<bool> cancelled = false;
};

struct TakenOut {
    std::filesystem::path file;
    std::uint64_t rows = 0;    ///< on all sheets of records
    std::uint64_t sheets = 0;  ///< of records
    bool cancelled = false;    ///< then there is no file and no fact
};

/// Writes everything of a grid into one workbook (.xlsx): first a sheet that says what it is, of whom, of when and how safe it is; then households with
/// their dwellings, residents, and each other kind of record that the grid has, for people to read (take_out_columns.h).
///
/// - One moment: all sheets show the grid as one transaction saw it, whatever is saved or synced meanwhile.
/// - Nobody is listed twice: records that were merged stand on a sheet of their own with who stands for them. Facts that were corrected or withdrawn are
///   there and say so; facts that only withdraw another are not.
/// - Identifiers and telephone numbers are masked; there is no way round.
/// - The file has its name only when all of it is on the disk and was read back; before, it lies beside as `.part`, and is gone when something fails.
/// - That it was taken out is a fact, durable before the file has its name.
///
/// Off the UI thread; takes a second for 20,000 visits, in constant memory. Errors: missing (the folder), full, broken.
Result<TakenOut> takeOut(LocalStore& store, const TakeOutOrder& order, TakeOutWatch& watch);

}  // namespace qiaomen
