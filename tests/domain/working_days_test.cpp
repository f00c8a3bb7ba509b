// SPDX-License-Identifier: Apache-2.0
#include "shared/domain/working_days.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>
#include <string>

namespace qiaomen::tests {

namespace {

CivilDay on(std::string_view date) { return *civilDay(date); }

/// "2026-10-13", with what lay on the way.
std::string story(std::string_view from, int days) {
    const WorkingPeriod period = afterWorkingDays(on(from), days);
    std::string text = dateText(period.due);
    for (const Holiday& holiday : period.holidays)
        text += ", " + std::string(holiday.name.zh) + " " + dateText(holiday.from) + ".." + dateText(holiday.to);
    for (const CivilDay worked : period.workedWeekends) text += ", works " + dateText(worked);
    return text + (period.provisional ? ", provisional" : "");
}

int workingDaysIn(int year) {
    int count = 0;
    for (CivilDay day = on(std::to_string(year) + "-01-01"); day < on(std::to_string(year + 1) + "-01-01"); ++day)
        count += noteOf(day).isWorking() ? 1 : 0;
    return count;
}

}  // namespace

TEST_CASE("A period of working days goes round holidays and over weekends that are worked", "[working days]") {
    CHECK(story("2025-01-24", 5) == "2025-02-07, 春节 2025-01-28..2025-02-04, works 2025-01-26");
    CHECK(story("2025-09-26", 5) == "2025-10-10, 国庆节、中秋节 2025-10-01..2025-10-08, works 2025-09-28");
    CHECK(story("2026-02-12", 2) == "2026-02-14, works 2026-02-14");
    CHECK(story("2026-02-13", 5) == "2026-02-27, 春节 2026-02-15..2026-02-23, works 2026-02-14");
    CHECK(story("2026-04-30", 3) == "2026-05-08, 劳动节 2026-05-01..2026-05-05");
    CHECK(story("2026-09-18", 1) == "2026-09-20, works 2026-09-20");
    CHECK(story("2026-09-30", 5) == "2026-10-13, 国庆节 2026-10-01..2026-10-07, works 2026-10-10");
    CHECK(story("2026-11-30", 5) == "2026-12-07");
}

TEST_CASE("The first day does not count, whatever day it is", "[working days]") {
    CHECK(story("2026-11-27", 1) == "2026-11-30");  // Friday
    CHECK(story("2026-11-28", 1) == "2026-11-30");  // Saturday
    CHECK(dateText(nextWorkingDay(on("2026-09-30"))) == "2026-10-08");
}

TEST_CASE("What no notice has published is provisional, and New Year's Day is no working day all the same",
          "[working days]") {
    CHECK(story("2026-12-31", 1) == "2027-01-04, 元旦 2027-01-01..2027-01-01, provisional");
    CHECK(story("2026-12-21", 3) == "2026-12-24");
    CHECK(story("2026-12-21", 4) == "2026-12-25, provisional");  // the next notice may still move the last week
    CHECK(noteOf(on("2027-02-08")).provisional);                 // the Spring Festival follows the moon: not guessed
    CHECK(noteOf(on("2027-05-02")).kind == DayKind::holiday);
    CHECK(noteOf(on("2027-05-03")).kind == DayKind::working);
    CHECK_FALSE(noteOf(on("2026-11-30")).provisional);
    CHECK(noteOf(on("2024-10-08")).provisional);  // no table goes back to it
}

TEST_CASE("The table is what the notices say: as many working days as others count, and no day both off and worked",
          "[working days]") {
    CHECK(workingDaysIn(2025) == 248);
    CHECK(workingDaysIn(2026) == 248);
    for (const HolidayNotice& notice : holidayNotices()) {
        INFO(notice.year);
        CHECK(notice.number.find("国办发明电") == 0);
        CHECK(civilDay(notice.issued));
        for (const CivilDay worked : notice.workedWeekends) {
            INFO(dateText(worked));
            CHECK(weekdayOf(worked) >= 5);
            CHECK(noteOf(worked).kind == DayKind::workedWeekend);
        }
        for (const Holiday& holiday : notice.holidays) CHECK(holiday.from <= holiday.to);
    }
}

TEST_CASE("More days are never due earlier, and the due day is a working day", "[working days]") {
    const CivilDay from = on("2025-01-01") + GENERATE(range(0, 730, 7));
    CivilDay before = from;
    for (int days = 1; days <= 30; ++days) {
        const CivilDay due = afterWorkingDays(from, days).due;
        CHECK(due > before);
        CHECK(noteOf(due).isWorking());
        before = due;
    }
}

}  // namespace qiaomen::tests
