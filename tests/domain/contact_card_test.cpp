// SPDX-License-Identifier: Apache-2.0
#include "shared/domain/contact_card.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/people.h"

namespace qiaomen::tests {

TEST_CASE("The card's version is when what is printed on it was last changed, in China's time", "[card]") {
    Record own(grid.number(), recordId(1));
    CHECK(contactCardVersion(own).empty());
    const Stamp morning{logicalTime(kMorning), alice};  // 2026-11-22T08:00Z
    own.put(grid.gridName, "第一网格", morning);
    own.put(grid.worker, "李敏", morning);
    CHECK(contactCardVersion(own) == "2026-11-22 16:00");

    own.put(grid.plannedHouseholds, 300, {logicalTime(kMorning + 3'600'000), alice});  // is not on the card
    CHECK(contactCardVersion(own) == "2026-11-22 16:00");
    own.put(grid.phone, "0551-0000000", {logicalTime(kMorning + 8 * 3'600'000 + 60'000), bob});  // past midnight there
    CHECK(contactCardVersion(own) == "2026-11-23 00:01");
}

TEST_CASE("The newer of two cards is told as people count", "[card]") {
    CHECK(newerCard("", "") == "");
    CHECK(newerCard("2026-9", "2026-10") == "2026-10");
    CHECK(newerCard("2026-11-22 16:00", "2026-11-22 09:30") == "2026-11-22 16:00");
    CHECK(newerCard("2026-10", "2026-11-22 16:00") == "2026-11-22 16:00");
    CHECK(newerCard("2026-11-22 16:00", "") == "2026-11-22 16:00");
}

}  // namespace qiaomen::tests
