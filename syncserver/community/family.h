// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "shared/domain/id_number.h"
#include "syncserver/community/seeded_random.h"

namespace qiaomen {

/// Families that could live: who belongs to one household, how they are related to its head, and when each was born.
///
/// Stays true: the head comes first; a child is 18 to 46 years younger than each parent in the household; couples are of age;
/// nobody is born after the reference day or is older than 101.

/// How a household lives. Their shares follow what a town community and its villages look like today: small families, many
/// elders alone, children left with their grandparents, tenants in the flats.
enum class Living {
    alone,
    elderAlone,
    couple,
    elderCouple,
    parentsOneChild,
    parentsTwoChildren,
    oneParent,
    adultWithParent,
    threeGenerations,
    elderHeadThreeGenerations,
    grandparentsWithChildren,
    tenants,
    tenantFamily,
    withLodger
};

/// Codes as in shared/domain (codes::kRelation, kPopulation).
struct Member {
    std::string surname, name;
    Sex sex = Sex::unknown;
    std::chrono::year_month_day birthDate{};
    char relation = '0';
    std::string population;
    bool married = false;
};

struct Family {
    Living living = Living::alone;
    std::vector<Member> members;
};

/// Where the family lives, and what that makes likely.
struct Setting {
    bool village = false;
    std::string clan;  ///< the surname many of a village share; "" for none
    std::chrono::year_month_day today{};
};

Family makeFamily(SeededRandom& random, const Setting& setting);

/// Full years on that day.
int ageOn(std::chrono::year_month_day day, std::chrono::year_month_day birthDate);

}  // namespace qiaomen
