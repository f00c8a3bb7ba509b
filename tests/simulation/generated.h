// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/simulation/steps.h"

namespace qiaomen::simulation {

/// The story of a seed: two to six phones of door workers, leaders and halls, fifty to four hundred steps over few records, so that
/// people meet often. In some stories grids come and go; in some people carry letters for each other; in some there is another
/// community. By its number a seed has one of five climates, each with all that the ones before it have:
///
///     0  people only: nobody knows of each other, some with an older or newer app, nothing breaks
///     1  a bad network, days without any, and processes that die
///     2  clocks that run wrong and jump, by minutes or by ten years
///     3  disks that are full or fail, and power that goes
///     4  old copies put back, phones cloned and lost, an old centre
inline constexpr std::uint64_t kClimates = 5;
Story storyOf(std::uint64_t seed);

/// Leaves steps out for as long as the story still goes wrong: a story in which every step is needed.
Story shrunk(Story story);

}  // namespace qiaomen::simulation
