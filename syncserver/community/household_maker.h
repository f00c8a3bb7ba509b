// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "syncserver/community/community_rows.h"
#include "syncserver/community/family.h"
#include "syncserver/community/synthetic_numbers.h"

namespace qiaomen {

/// Moves a family behind a door: fills the door's row and makes the residents' rows, with numbers, telephones, work, care
/// tags and wishes that fit age and family.
class HouseholdMaker {
public:
    HouseholdMaker(SeededRandom random, SyntheticNumbers& numbers, std::chrono::year_month_day today)
        : random_(random), numbers_(numbers), today_(today) {}

    /// REQUIRES: `door` has its address, grid code, number and register kind.
    void moveIn(const Family& family, HouseholdRow& door, std::vector<ResidentRow>& residents);

private:
    ResidentRow residentRow(const Family& family, const Member& member, const HouseholdRow& door);
    void identify(const Member& member, ResidentRow& row);
    std::string phoneOf(int age, const HouseholdRow& door);
    std::string workOf(const Member& member, int age, bool village);
    std::string careTagsOf(const Family& family, const Member& member, int age, const HouseholdRow& door);
    std::string householdTags(const Family& family);
    void furnish(const Family& family, HouseholdRow& door);
    void rememberWishes(const Family& family, HouseholdRow& door);
    [[nodiscard]] int age(const Member& member) const { return ageOn(today_, member.birthDate); }

    SeededRandom random_;
    SyntheticNumbers& numbers_;
    std::chrono::year_month_day today_;
};

}  // namespace qiaomen
