// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>

#include "shared/client/grid_reader.h"

namespace qiaomen {

/// How old the knowledge about a door is. The numbers are those of Freshness.Level in qml/style and of the models' `freshness`.
enum class FreshnessLevel : int { fresh = 0, ageing = 1, stale = 2, never = 3 };

inline constexpr std::int64_t kDayMs = 86'400'000;
/// "Visited 36 days ago" is the first thing worth seeing: a household that is visited monthly stays fresh.
inline constexpr std::int64_t kFreshDays = 30;
/// A quarter: the rhythm at which a whole grid is to be known again.
inline constexpr std::int64_t kAgeingDays = 90;

/// The latest time somebody behind the door told us anything: met, or confirmed. A try at a closed door teaches nothing about
/// who lives there, and so makes nothing fresher. 0: never.
inline std::int64_t lastHeardMs(const Freshness& known) { return std::max(known.lastMetMs, known.lastConfirmedMs); }

/// Pure. Whole days of 24 hours: at most 30 is fresh, at most 90 ageing, beyond that stale. A time ahead of `nowMs` (a phone
/// with a wrong clock) is fresh.
inline FreshnessLevel freshnessLevel(const Freshness& known, std::int64_t nowMs) {
    const std::int64_t heard = lastHeardMs(known);
    if (heard <= 0) return FreshnessLevel::never;
    const std::int64_t days = (nowMs - heard) / kDayMs;
    if (days <= kFreshDays) return FreshnessLevel::fresh;
    return days <= kAgeingDays ? FreshnessLevel::ageing : FreshnessLevel::stale;
}

}  // namespace qiaomen
