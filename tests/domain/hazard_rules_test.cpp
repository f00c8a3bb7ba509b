// SPDX-License-Identifier: Apache-2.0
#include "shared/domain/hazard_rules.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/domain/codes.h"

namespace qiaomen::tests {

namespace {

constexpr HazardState kStates[] = {HazardState::open, HazardState::rectifying, HazardState::closed,
                                   HazardState::escalated};
constexpr HazardAct kActs[] = {HazardAct::notice,   HazardAct::recheck, HazardAct::extend,
                               HazardAct::escalate, HazardAct::close,   HazardAct::reopen};

std::string story(const HazardFacts& facts) {
    std::string text;
    for (const HazardAct act : hazardActs(facts)) text += (text.empty() ? "" : " ") + std::string(code(act));
    return text;
}

}  // namespace

TEST_CASE("What may be done about a hazard, for every state and every risk", "[hazard]") {
    struct Row {
        HazardState state;
        const char *small, *general, *major, *extended;
    };
    const Row rows[] = {
        {HazardState::open, "closed notice rechecked escalated", "notice closed rechecked escalated",
         "escalated rechecked", "notice closed rechecked escalated"},
        {HazardState::rectifying, "closed rechecked extended escalated", "closed rechecked extended escalated",
         "escalated rechecked", "closed rechecked escalated"},
        {HazardState::escalated, "rechecked closed", "rechecked closed", "rechecked closed", "rechecked closed"},
        {HazardState::closed, "reopened", "reopened", "reopened", "reopened"},
    };
    for (const Row& row : rows) {
        INFO(code(row.state));
        CHECK(story({.state = row.state, .small = true}) == row.small);
        CHECK(story({.state = row.state}) == row.general);
        CHECK(story({.state = row.state, .major = true}) == row.major);
        CHECK(story({.state = row.state, .extended = true}) == row.extended);
    }
}

TEST_CASE("What a hazard becomes by what is done about it", "[hazard]") {
    for (const HazardState state : kStates) {
        CHECK(after(state, HazardAct::notice) == HazardState::rectifying);
        CHECK(after(state, HazardAct::escalate) == HazardState::escalated);
        CHECK(after(state, HazardAct::close) == HazardState::closed);
        CHECK(after(state, HazardAct::reopen) == HazardState::open);
        CHECK(after(state, HazardAct::recheck) == state);
        CHECK(after(state, HazardAct::extend) == state);
    }
}

TEST_CASE("A time limit is extended by a week at most, from the limit or from today when that has passed", "[hazard]") {
    const CivilDay today = *civilDay("2026-11-23");
    CHECK(dateText(latestExtension({.rectifyBy = "2026-11-25"}, today)) == "2026-12-02");
    CHECK(dateText(latestExtension({.rectifyBy = "2026-11-01"}, today)) == "2026-11-30");
    CHECK(dateText(latestExtension({}, today)) == "2026-11-30");
}

TEST_CASE("Codes of a hazard's acts and states lead there and back", "[hazard]") {
    for (const HazardAct act : kActs) CHECK(hazardAct(code(act)) == act);
    CHECK_FALSE(hazardAct("from_the_future"));
    for (const HazardState state : kStates) CHECK(hazardState(code(state)) == state);
    CHECK(hazardState("") == HazardState::open);
}

}  // namespace qiaomen::tests
