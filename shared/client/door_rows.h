// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "shared/client/grid_reader.h"
#include "shared/domain/redirects.h"

namespace qiaomen {

// The doors of a grid as rows of its database, in the order in which somebody walks past them, and what they sum up to.

/// What a household `h` says of its latest visit that stands; `condition` begins with " AND".
std::string latestVisit(const std::string& column, const std::string& condition);
/// From six columns on `first`: last met, last confirmed, last visit and its outcome, open needs, open hazards.
Freshness readFreshness(const Statement& row, int first);

/// One row per household, and one for each dwelling without any; `condition` begins with " AND" and names the dwelling `d`.
std::string doorQuery(const std::string& condition);
/// What such a query gives: town before village, estate, building, unit, floor from the top, room; in a village group, gate. A household
/// that was merged into another one has no door of its own.
std::vector<Door> readDoors(Statement& rows, const Redirects& households);
/// The buildings and village groups of doors in that order. `sinceMs` (ms since 1970): who was met later counts as met.
std::vector<Place> placesOf(const std::vector<Door>& doors, std::int64_t sinceMs);

}  // namespace qiaomen
