// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>

#include "shared/core/record.h"
#include "shared/domain/grid.h"

namespace qiaomen {

/// What is printed on the contact card (联系卡) of a grid, from the grid's own record.
inline const std::array kPrintedOnCard = {grid.gridName, grid.community, grid.worker, grid.clerk, grid.phone};

/// The version of the card that a grid gives out: the minute at which what is printed on it was last changed, "2026-11-30 08:15" in
/// China's time, so that every device says the same and a corrected telephone number makes a newer card. Nobody types it. Empty
/// before the grid's record is here.
std::string contactCardVersion(const Record& ownGrid);

/// The newer of two versions, compared as people count them ("2026-2" before "2026-10"); an empty one is older than any. What
/// households hold from before versions were made like this still counts.
std::string newerCard(const std::string& one, const std::string& other);

}  // namespace qiaomen
