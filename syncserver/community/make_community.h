// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>

#include "syncserver/community/community_rows.h"

namespace qiaomen {

/// Invents a community, for the demo, tests and benchmarks: people who could live, none of whom does.
///
/// Stays true, for every seed:
///   - the published size of Tongyang community (2017): 2,935 households and 8,704 persons; 1,531 agricultural households with
///     4,611 persons in 8 villager groups, 1,404 others with 4,093 persons in 4 resident groups; each group is one grid;
///   - the same seed gives the same rows on every machine, with every compiler;
///   - numbers follow synthetic_numbers.h: they pass every check and belong to nobody;
///   - ages are those on kReferenceDay, whatever today is.

inline constexpr std::chrono::year_month_day kReferenceDay{std::chrono::year(2026), std::chrono::month(6),
                                                           std::chrono::day(30)};

Community makeCommunity(std::uint64_t seed);

/// One grid of a town with so many households (at least 1), for benchmarks. About three persons each.
Community makeGrid(int households, std::uint64_t seed);

}  // namespace qiaomen
