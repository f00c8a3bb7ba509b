// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/civil_day.h"

/// What may be done about a hazard after it was found, and what the hazard becomes by it. Pure.
///
///     open ──notice──► rectifying ──recheck──► closed (销号) ──reopen──► open
///       │                  ├── extended, once, by at most kExtensionDays
///       └──────────────────┴── escalated: the department decides; then rechecked and closed
///
/// A major hazard is reported upward first: whoever found it neither sets a time limit nor closes it before that.
namespace qiaomen {

namespace work {

/// The time limit is extended once, by as much again as a general hazard has (proposal).
inline constexpr int kExtensionDays = 7;

}  // namespace work

enum class HazardState : std::uint8_t { open, rectifying, closed, escalated };
/// In the order of codes::kHazardAct.
enum class HazardAct : std::uint8_t { notice, recheck, extend, escalate, close, reopen };

std::string_view code(HazardAct act);
std::optional<HazardAct> hazardAct(std::string_view code);
std::string_view code(HazardState state);
/// Empty or unknown: open.
HazardState hazardState(std::string_view code);

struct HazardFacts {
    HazardState state{};
    bool major = false;
    bool small = false;
    bool extended = false;  ///< since it was found or came back
    std::string rectifyBy;  ///< a date, or empty
};

/// What may be done, the most likely first.
std::vector<HazardAct> hazardActs(const HazardFacts& facts);
/// What the hazard is after an act that may be done.
HazardState after(HazardState state, HazardAct act);
/// The latest day to which the limit may be extended: counted from the limit, or from today where none was set.
CivilDay latestExtension(const HazardFacts& facts, CivilDay today);

}  // namespace qiaomen
