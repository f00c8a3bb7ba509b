// SPDX-License-Identifier: Apache-2.0
//
// Laws of the list, over arbitrary grids: whatever the records say, each stair is climbed once.
#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <set>

#include "shared/domain/worklist.h"
#include "tests/support/people.h"

namespace qiaomen::tests {

namespace {

constexpr std::int64_t kHour = 3'600'000;
const WallClock kNow{1795334400000 + 18 * kHour, 480};

rc::Gen<std::int64_t> anyPast() {
    return rc::gen::map(rc::gen::inRange(0, 200), [](int hours) { return kNow.ms - hours * 11 * kHour; });
}

rc::Gen<PastVisit> anyVisit() {
    return rc::gen::apply(
        [](std::int64_t at, std::string outcome, bool phone) {
            return PastVisit{at, phone ? "phone" : "door", std::move(outcome)};
        },
        anyPast(),
        rc::gen::elementOf(std::vector<std::string>{"met", "not_home", "refused", "later", "moved", "vacant"}),
        rc::gen::arbitrary<bool>());
}

WorkHousehold anyHousehold(std::uint8_t number) {
    WorkHousehold home;
    home.household = recordId(number);
    home.careTags = *rc::gen::elementOf(
        std::vector<std::string>{"", "", "elder_alone", "chronic low_income", "veteran"});
    home.quietHours = *rc::gen::elementOf(std::vector<std::string>{"", "09:00-11:30", "after lunch", "00:00-24:00"});
    home.doNotAsk = *rc::gen::elementOf(std::vector<std::string>{"", "", "收入"});
    home.cardVersion = *rc::gen::elementOf(std::vector<std::string>{"", "2026-1", "2026-2"});
    home.nextVisit = *rc::gen::elementOf(
        std::vector<std::string>{"", "", "2026-11-20", "2026-11-23", "2026-11-27", "soon"});
    home.lastMetMs = *rc::gen::oneOf(rc::gen::just<std::int64_t>(0), anyPast());
    home.visits = *rc::gen::resize(4, rc::gen::container<std::vector<PastVisit>>(anyVisit()));
    std::ranges::sort(home.visits, std::ranges::greater{}, &PastVisit::atMs);
    if (*rc::gen::inRange(0, 4) == 0) {
        home.needs.push_back({recordId(static_cast<std::uint8_t>(number + 100)), *anyPast(), "health",
                              *rc::gen::elementOf(std::vector<std::string>{"now", "soon", "normal", ""}),
                              *rc::gen::elementOf(std::vector<std::string>{"open", "handling"})});
    }
    if (*rc::gen::inRange(0, 6) == 0) home.putOffs.push_back({"care", {}, "2026-12-01", "away"});
    return home;
}

WorkFacts anyFacts() {
    WorkFacts facts;
    const int households = *rc::gen::inRange(0, 40);
    for (int number = 1; number <= households; ++number)
        facts.households.push_back(anyHousehold(static_cast<std::uint8_t>(number)));
    const int hazards = *rc::gen::inRange(0, 6);
    for (int number = 1; number <= hazards; ++number) {
        facts.hazards.push_back({recordId(static_cast<std::uint8_t>(200 + number)),
                                 recordId(static_cast<std::uint8_t>(*rc::gen::inRange(0, 50))), *anyPast(), "wiring",
                                 *rc::gen::elementOf(std::vector<std::string>{"small", "general", "major"}),
                                 *rc::gen::elementOf(std::vector<std::string>{"open", "escalated"}), "", "stairwell"});
    }
    return facts;
}

bool isHeld(const WorkDoor& door) { return door.lead().hold != WorkHold::none; }

}  // namespace

TEST_CASE("Free doors come before held ones, urgent before less urgent, and within one urgency in walking order",
          "[worklist]") {
    CHECK(rc::check([] {
        const Worklist list = worklist(anyFacts(), kNow, {.birthdays = true});
        const auto wrong = std::ranges::adjacent_find(list.doors, [](const WorkDoor& first, const WorkDoor& next) {
            if (isHeld(first) != isHeld(next)) return isHeld(first);
            if (isHeld(first)) return false;
            if (first.lead().urgency != next.lead().urgency) return first.lead().urgency > next.lead().urgency;
            return first.position >= next.position;
        });
        RC_ASSERT(wrong == list.doors.end());
    }));
}

TEST_CASE(
    "Each door is one row, its entries agree with its lead, and nothing stands there for its own sake that is only "
    "near",
    "[worklist]") {
    CHECK(rc::check([] {
        const WorkFacts facts = anyFacts();
        const Worklist list = worklist(facts, kNow);
        std::set<std::size_t> positions;
        for (const WorkDoor& door : list.doors) {
            RC_ASSERT(positions.insert(door.position).second);
            RC_ASSERT(door.household.isNone() == (door.position >= facts.households.size()));
            RC_ASSERT(!door.entries.empty());
            RC_ASSERT(door.lead().urgency != WorkUrgency::near);
            RC_ASSERT(std::ranges::is_sorted(door.entries, [](const auto& a, const auto& b) { return a.isBefore(b); }));
        }
    }));
}

TEST_CASE("An agreed visit and an open need never leave the list, whatever holds them", "[worklist]") {
    CHECK(rc::check([] {
        const WorkFacts facts = anyFacts();
        const Worklist list = worklist(facts, kNow);
        for (const WorkHousehold& home : facts.households) {
            for (const WorkNeed& need : home.needs) {
                const bool late = need.heardMs < kNow.ms - 8 * 24 * kHour && need.state == "open";
                const bool listed = std::ranges::any_of(list.doors, [&](const WorkDoor& door) {
                    return std::ranges::any_of(door.entries,
                                               [&](const WorkEntry& entry) { return entry.about == need.id; });
                });
                if (late) RC_ASSERT(listed);
            }
        }
    }));
}

TEST_CASE("A held entry says until when, later than now, or that only the household can say", "[worklist]") {
    CHECK(rc::check([] {
        for (const WorkDoor& door : worklist(anyFacts(), kNow).doors) {
            for (const WorkEntry& entry : door.entries) {
                if (entry.hold == WorkHold::none || entry.hold == WorkHold::doNotAsk)
                    RC_ASSERT(entry.holdUntilMs == 0);
                else
                    RC_ASSERT(entry.holdUntilMs > kNow.ms);
            }
        }
    }));
}

}  // namespace qiaomen::tests
