// SPDX-License-Identifier: Apache-2.0
#include "shared/domain/hazard_rules.h"

#include <algorithm>
#include <iterator>

#include "shared/domain/codes.h"

namespace qiaomen {

namespace {

/// The position of a code in its table.
template <std::size_t N>
std::optional<std::size_t> positionOf(const Choice (&table)[N], std::string_view text) {
    const auto found = std::ranges::find(table, text, &Choice::code);
    if (found == std::end(table)) return std::nullopt;
    return static_cast<std::size_t>(found - std::begin(table));
}

}  // namespace

std::string_view code(HazardAct act) { return codes::kHazardAct[static_cast<std::size_t>(act)].code; }
std::string_view code(HazardState state) { return codes::kHazardState[static_cast<std::size_t>(state)].code; }

std::optional<HazardAct> hazardAct(std::string_view text) {
    const auto at = positionOf(codes::kHazardAct, text);
    if (!at) return std::nullopt;
    return static_cast<HazardAct>(*at);
}

HazardState hazardState(std::string_view text) {
    return static_cast<HazardState>(positionOf(codes::kHazardState, text).value_or(0));
}

std::vector<HazardAct> hazardActs(const HazardFacts& facts) {
    using enum HazardAct;
    switch (facts.state) {
        case HazardState::open:
            if (facts.major) return {escalate, recheck};
            return facts.small ? std::vector{close, notice, recheck, escalate}
                               : std::vector{notice, close, recheck, escalate};
        case HazardState::rectifying:
            if (facts.major) return {escalate, recheck};
            return facts.extended ? std::vector{close, recheck, escalate}
                                  : std::vector{close, recheck, extend, escalate};
        case HazardState::escalated: return {recheck, close};
        case HazardState::closed: return {reopen};
    }
    return {};
}

HazardState after(HazardState state, HazardAct act) {
    switch (act) {
        case HazardAct::notice: return HazardState::rectifying;
        case HazardAct::escalate: return HazardState::escalated;
        case HazardAct::close: return HazardState::closed;
        case HazardAct::reopen: return HazardState::open;
        case HazardAct::recheck:
        case HazardAct::extend: return state;
    }
    return state;
}

CivilDay latestExtension(const HazardFacts& facts, CivilDay today) {
    return std::max(today, civilDay(facts.rectifyBy).value_or(today)) + work::kExtensionDays;
}

}  // namespace qiaomen
