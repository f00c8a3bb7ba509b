// SPDX-License-Identifier: Apache-2.0
#include "mobile/freshness.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/people.h"

namespace qiaomen::tests {

namespace {

FreshnessLevel metDaysAgo(std::int64_t days) {
    Freshness known;
    known.lastMetMs = kMorning - days * kDayMs;
    return freshnessLevel(known, kMorning);
}

}  // namespace

TEST_CASE("A door is fresh for thirty days, ageing for ninety, stale after", "[freshness]") {
    CHECK(metDaysAgo(0) == FreshnessLevel::fresh);
    CHECK(metDaysAgo(30) == FreshnessLevel::fresh);
    CHECK(metDaysAgo(31) == FreshnessLevel::ageing);
    CHECK(metDaysAgo(90) == FreshnessLevel::ageing);
    CHECK(metDaysAgo(91) == FreshnessLevel::stale);
}

TEST_CASE("Nobody has heard anything from a door where nobody ever opened", "[freshness]") {
    Freshness knocked;
    knocked.lastVisitMs = kMorning;
    knocked.lastOutcome = "not_home";
    CHECK(freshnessLevel(knocked, kMorning) == FreshnessLevel::never);
}

TEST_CASE("A confirmation makes a door as fresh as a meeting does", "[freshness]") {
    Freshness known;
    known.lastMetMs = kMorning - 200 * kDayMs;
    known.lastConfirmedMs = kMorning - 2 * kDayMs;
    CHECK(freshnessLevel(known, kMorning) == FreshnessLevel::fresh);
}

TEST_CASE("A visit from a clock that runs ahead is fresh, not never", "[freshness]") {
    CHECK(metDaysAgo(-1) == FreshnessLevel::fresh);
}

}  // namespace qiaomen::tests
