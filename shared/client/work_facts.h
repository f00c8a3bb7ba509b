// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "shared/domain/worklist.h"
#include "shared/sqlite/record_tables.h"

namespace qiaomen {

struct Door;

/// Reads what the rules of the worklist need, for the households behind the doors, in the order of the doors: a handful of plain
/// queries over a grid, each visit's row touched only if it is of the last month. Throws StoreError. Called by GridReader.
WorkFacts readWorkFacts(Database& database, RecordTables& tables, const std::vector<Door>& doors, const WallClock& now);

}  // namespace qiaomen
