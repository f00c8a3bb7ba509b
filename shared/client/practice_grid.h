// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "shared/core/ids.h"
#include "shared/core/sync.h"

namespace qiaomen {

/// The grid in which newcomers practise. No centre knows it, and no enrolment names it.
inline constexpr GridId kPracticeGrid = {{0x01, 0x90, 0, 0, 0, 0, 0x70, 0, 0xb0, 0, 'p', 'r', 'a', 'c', 't', 0}};

inline constexpr const char* kPracticeGridName = "练习网格";

/// An invented neighbourhood with something of everything: doors of every freshness, people to look after, an agreed visit, a need, a
/// hazard, a door order, two people who wrote one field, a pair that may be the same. All people, numbers and addresses are invented;
/// identity numbers have a region that was never given out. It comes as any grid does, as a snapshot, so that nothing of it counts as
/// the newcomer's own. Times are told from `nowMs`; the conflict is one of the newcomer's.
struct Newcomer {
    std::string name;
    DeviceId device;
};
Snapshot practiceGrid(std::int64_t nowMs, const Newcomer& newcomer, const RandomSource& random);

}  // namespace qiaomen
