// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "shared/core/collection.h"
#include "shared/core/ids.h"

/// What things are called in simulated worlds, and which programs know of what.
namespace qiaomen::simulation {

/// Which program somebody uses. An older one has never heard of hazards, nor of some fields; a newer one knows of parcels, and where a
/// household parks.
enum class App : unsigned char { older, today, newer };

/// The grid of everything whose name says no other: "household-1" is in the east, "west/household-1" in the west.
inline constexpr std::string_view kEast = "east";
inline constexpr std::string_view kWest = "west";
/// The one grid of the other community, when there is one.
inline constexpr std::string_view kHarbour = "harbour";

/// The grid in a record's name.
std::string_view gridOf(std::string_view record);
GridId gridNamed(std::string_view name);
/// "household-1" as a record's id, and as its collection: null when the app does not know it.
RecordId recordNamed(std::string_view name);
const Collection* collectionNamed(std::string_view record, App app = App::today);
/// What an app knows.
Collections collectionsOf(App app);

}  // namespace qiaomen::simulation
