// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "shared/domain/worklist.h"

/// The rules of the worklist, one function each: what the records of one door make due, without regard to whether one may knock
/// now. worklist.cpp puts them together. Pure.
namespace qiaomen::work {

/// Entries that are due, soon, or worth doing nearby. The round's entry is `near` here: how many of them make a day's share, only
/// the whole list can say.
std::vector<WorkEntry> entriesOf(const WorkHousehold& home, std::string_view newest, const WallClock& now,
                                 const WorkOptions& options);
std::optional<WorkEntry> entryOf(const WorkOrder& order, const WallClock& now);
std::optional<WorkEntry> entryOf(const WorkHazard& hazard, std::int64_t lastMetMs, const WallClock& now);

/// The newest version of the contact card: that of the grid, or a newer one that somebody holds; empty when there is none.
std::string newestCard(const WorkFacts& facts);

/// Rules whose purpose is to ask or to greet, and which can wait: the budget and a refusal hold them.
bool isRoutine(WorkRule rule);
/// Of these, the ones that nobody comes for once a household asked not to be asked.
bool isAsking(WorkRule rule);
/// Whether doing it means disturbing the people behind the door.
bool knocks(WorkRule rule);

}  // namespace qiaomen::work
