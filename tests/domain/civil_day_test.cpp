// SPDX-License-Identifier: Apache-2.0
#include "shared/domain/civil_day.h"

#include <rapidcheck.h>

#include <catch2/catch_test_macros.hpp>

namespace qiaomen::tests {

namespace {

std::string birthday(const char* born, const char* today) {
    const auto next = nextBirthday(born, *civilDay(today));
    return next ? dateText(next->day) + " " + std::to_string(next->age) : "none";
}

}  // namespace

TEST_CASE("A date that names a day is a number, and back", "[day]") {
    CHECK(civilDay("1970-01-01") == 0);
    CHECK(civilDay("2026-11-22") == 20779);
    CHECK(dateText(20779) == "2026-11-22");
    for (const char* none : {"", "2026", "2026-11", "2026-02-29", "2026-13-01", "26-11-22", "2026-1--2", "2026/11/22"}) {
        INFO(none);
        CHECK_FALSE(civilDay(none).has_value());
    }
    CHECK(rc::check([] {
        const CivilDay day = *rc::gen::inRange(-100'000, 100'000);
        RC_ASSERT(civilDay(dateText(day)) == day);
    }));
}

TEST_CASE("A birthday comes once a year, on 28 February for a child of the 29th", "[day]") {
    CHECK(birthday("1940-11-22", "2026-11-22") == "2026-11-22 86");
    CHECK(birthday("1940-11-21", "2026-11-22") == "2027-11-21 87");
    CHECK(birthday("1936-02-29", "2026-02-01") == "2026-02-28 90");
    CHECK(birthday("1936-02-29", "2028-02-01") == "2028-02-29 92");
    CHECK(birthday("1940", "2026-11-22") == "none");
    CHECK(birthday("2030-01-01", "2026-11-22") == "none");
}

TEST_CASE("The clock on the wall begins its day at local midnight", "[day]") {
    const WallClock china{1795334400000 + 8 * 3'600'000LL, 480};  // 00:00 on the 23rd in Beijing
    CHECK(dateText(china.day()) == "2026-11-23");
    CHECK(china.minuteOfDay() == 0);
    CHECK(china.startOf(china.day()) == china.ms);
    const WallClock west{china.ms, -300};
    CHECK(dateText(west.day()) == "2026-11-22");
    CHECK(west.minuteOfDay() == 11 * 60);
    CHECK(WallClock{-1, 0}.day() == -1);
}

}  // namespace qiaomen::tests
