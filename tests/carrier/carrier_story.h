// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "shared/client/carrier.h"
#include "tests/scope/scope_story.h"

/// Phones that are never near a network, and whoever carries their files.
namespace qiaomen::tests {

inline constexpr std::int64_t kDay = std::int64_t{24} * 3600 * 1000;  ///< ms

/// The file that the phone gives to whoever goes to the centre.
std::string asks(ScopePhone& phone);
/// What the centre gives back for it.
std::string answers(ScopeCentre& centre, const std::string& question);
/// What the phone makes of that. Fails the test where one of the grids did not get through.
CarrierReport takes(ScopePhone& phone, const std::string& answer);
/// There and back.
CarrierReport trip(ScopePhone& phone, ScopeCentre& centre);

[[nodiscard]] Safety safety(ScopePhone& phone, const GridId& grid = kEast);
/// Everything by which a replica could show that something happened to it.
[[nodiscard]] std::string standing(ScopePhone& phone);
[[nodiscard]] std::string standing(ScopeCentre& centre);

}  // namespace qiaomen::tests
