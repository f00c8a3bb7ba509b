// SPDX-License-Identifier: Apache-2.0
#include "syncserver/community/doors.h"

namespace qiaomen {

namespace {

std::string roomNumber(int floor, int door) { return std::to_string(floor * 100 + door); }

/// Fills one estate until so many doors are lived in; what is left of the last stairwell stays vacant.
void fillEstate(SeededRandom& random, const Estate& estate, int households, std::vector<HouseholdRow>& doors) {
    constexpr int kVacantPercent = 6;
    const auto gate = std::to_string(random.between(1, 99)) + "号";
    for (int stairwell = 0; households > 0; ++stairwell) {
        for (int floor = 1; floor <= estate.floors; ++floor) {
            for (int door = 1; door <= estate.doorsPerFloor; ++door) {
                const bool vacant = households == 0 || random.percent(kVacantPercent);
                if (!vacant) --households;
                doors.push_back({.estate = std::string(estate.name),
                                 .gate = gate,
                                 .building = std::to_string(stairwell / estate.units + 1) + "栋",
                                 .unit = std::to_string(stairwell % estate.units + 1) + "单元",
                                 .floor = std::to_string(floor),
                                 .room = roomNumber(floor, door),
                                 .use = vacant ? "vacant" : "owner"});
            }
        }
    }
}

}  // namespace

std::vector<HouseholdRow> villageDoors(SeededRandom& random, std::string_view village, std::string_view group,
                                       int households) {
    constexpr int kVacantPercent = 4;
    std::vector<HouseholdRow> doors;
    for (int gate = 1; households > 0; ++gate) {
        const bool vacant = random.percent(kVacantPercent);
        if (!vacant) --households;
        doors.push_back({.estate = std::string(village),
                         .gate = std::to_string(gate) + "号",
                         .villageGroup = std::string(group),
                         .use = vacant ? "vacant" : "owner"});
    }
    return doors;
}

std::vector<HouseholdRow> townDoors(SeededRandom& random, const std::vector<Estate>& estates, int households) {
    std::vector<HouseholdRow> doors;
    const int count = static_cast<int>(estates.size());
    for (int i = 0; i < count; ++i) {
        const int here = households * (i + 1) / count - households * i / count;
        fillEstate(random, estates[static_cast<std::size_t>(i)], here, doors);
    }
    return doors;
}

}  // namespace qiaomen
