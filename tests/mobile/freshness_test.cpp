// SPDX-License-Identifier: Apache-2.0
#include "mobile/freshness.h"

#include <catch2/catch_test_macros.hpp>

#include "mobile/quiet_hours.h"
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

TEST_CASE("Quiet hours go over midnight, and several can be named", "[quiet]") {
    const char* hours = "20:30-08:30, 12:00－14:00";
    CHECK_FALSE(
        areQuietHours(hours));  // a full-width hyphen that nobody types: shown as it is, nobody is kept away by it
    const char* night = "20:30-08:30，12:00-14:00";
    REQUIRE(areQuietHours(night));
    CHECK(isQuiet(night, 23 * 60));
    CHECK(isQuiet(night, 3 * 60));
    CHECK(isQuiet(night, 13 * 60));
    CHECK_FALSE(isQuiet(night, 8 * 60 + 30));
    CHECK_FALSE(isQuiet(night, 14 * 60));
    CHECK_FALSE(isQuiet("evenings", 22 * 60));
}

}  // namespace qiaomen::tests
