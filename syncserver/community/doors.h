// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "syncserver/community/community_rows.h"
#include "syncserver/community/seeded_random.h"

namespace qiaomen {

/// The doors of a synthetic grid, as rows with an address only. Exactly `households` of them are lived in (use "owner");
/// the others, about one in twenty, are vacant. In the order in which one walks past them.

/// A natural village: houses by group and gate number.
std::vector<HouseholdRow> villageDoors(SeededRandom& random, std::string_view village, std::string_view group,
                                       int households);

/// A group of residents in town: one or more estates of walk-ups, towers or old dormitories, filled building by building.
struct Estate {
    std::string_view name;
    int floors = 6;
    int units = 3;          ///< stairwells per building
    int doorsPerFloor = 2;  ///< per stairwell
};
std::vector<HouseholdRow> townDoors(SeededRandom& random, const std::vector<Estate>& estates, int households);

}  // namespace qiaomen
