// SPDX-License-Identifier: Apache-2.0
#include "shared/domain/quiet_hours.h"

#include <catch2/catch_test_macros.hpp>

namespace qiaomen::tests {

namespace {

constexpr int at(int hour, int minute) { return hour * 60 + minute; }

}  // namespace

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

TEST_CASE("Full-width marks are read, and what follows a span is not swallowed", "[quiet]") {
    CHECK(areQuietHours("12：00～14：00；21:00至8:00"));
    CHECK(areQuietHours("22:00-24:00"));
    CHECK_FALSE(areQuietHours("22:00-24:30"));
    CHECK_FALSE(areQuietHours("12:00-14:00 please"));
    CHECK_FALSE(areQuietHours("12:00-14:00,"));
    CHECK_FALSE(areQuietHours("120:00-14:00"));
}

TEST_CASE("A household that wrote nothing has its night and its nap", "[quiet]") {
    CHECK(minutesUntilWelcome("", at(9, 0)) == 0);
    CHECK(minutesUntilWelcome("", at(12, 30)) == 90);
    CHECK(minutesUntilWelcome("", at(14, 0)) == 0);
    CHECK(minutesUntilWelcome("", at(20, 30)) == 12 * 60);
    CHECK(minutesUntilWelcome("", at(3, 0)) == 5 * 60 + 30);
    CHECK(minutesUntilWelcome("when the dog sleeps", at(23, 0)) == 9 * 60 + 30);
}

TEST_CASE("What a household wrote replaces the night or the nap that it speaks of, and only that", "[quiet]") {
    // A family of night workers: sleeps in the morning, is up late.
    const char* nightWorkers = "23:00-07:00, 07:00-11:00";
    CHECK(minutesUntilWelcome(nightWorkers, at(21, 0)) == 0);
    CHECK(minutesUntilWelcome(nightWorkers, at(6, 0)) == 5 * 60);  // from one span into the next
    CHECK(minutesUntilWelcome(nightWorkers, at(12, 30)) == 0);
    // A late nap says nothing about the night.
    CHECK(minutesUntilWelcome("13:30-15:30", at(12, 30)) == 0);
    CHECK(minutesUntilWelcome("13:30-15:30", at(13, 30)) == 120);
    CHECK(minutesUntilWelcome("13:30-15:30", at(21, 0)) == 11 * 60 + 30);
}

TEST_CASE("Spans that cover the whole day hold nobody for ever", "[quiet]") {
    CHECK(minutesUntilWelcome("00:00-24:00", at(10, 0)) == 0);
    CHECK(minutesUntilWelcome("00:00-12:00,12:00-24:00", at(10, 0)) == 0);
}

}  // namespace qiaomen::tests
