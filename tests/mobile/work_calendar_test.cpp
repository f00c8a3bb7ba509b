// SPDX-License-Identifier: Apache-2.0
#include "mobile/work_calendar.h"

#include <catch2/catch_test_macros.hpp>

#include "mobile/text.h"

namespace qiaomen::tests {

namespace {

QString noteOn(const char* date) {
    WorkCalendar calendar;
    calendar.setProperty("chinese", false);
    return calendar.note(dayFromDate(date));
}

QString explained(const char* from, int days) { return explain(afterWorkingDays(*civilDay(from), days), false); }

}  // namespace

TEST_CASE("A day that is agreed says whether people work then, and when they do next", "[working days]") {
    CHECK(noteOn("2026-12-01") == "");
    CHECK(noteOn("2026-12-05") == "Weekend. The next working day is Mon 7 Dec.");
    CHECK(noteOn("2026-10-01") == "Holiday: National Day. The next working day is Thu 8 Oct.");
    CHECK(noteOn("2026-10-10") == "A weekend day on which people work.");
    CHECK(noteOn("2027-03-01") == "Provisional: the holiday notice for 2027 is not out yet.");
    CHECK(noteOn("2026-12-31") == "Provisional: the holiday notice for 2027 is not out yet.");
    CHECK(WorkCalendar().note(0) == "");
}

TEST_CASE("The calendar marks days off and worked weekends, and usual weekends stay as they are", "[working days]") {
    const WorkCalendar calendar;
    CHECK(calendar.mark(dayFromDate("2026-10-01")) == WorkCalendar::Off);
    CHECK(calendar.mark(dayFromDate("2026-10-10")) == WorkCalendar::Worked);
    CHECK(calendar.mark(dayFromDate("2026-10-17")) == WorkCalendar::None);
    CHECK(calendar.mark(0) == WorkCalendar::None);
    CHECK(calendar.isProvisional(dayFromDate("2027-02-10")));
    CHECK_FALSE(calendar.isProvisional(dayFromDate("2026-11-30")));
}

TEST_CASE("A deadline explains itself, and says what is not published", "[working days]") {
    CHECK(explained("2026-09-30", 5) ==
          "Begun Wed 30 Sep; 5 working day(s); 1 Oct to 7 Oct National Day, Sat 10 Oct is worked; due Tue 13 Oct.");
    CHECK(explained("2026-11-30", 5) == "Begun Mon 30 Nov; 5 working day(s); due Mon 7 Dec.");
    CHECK(
        explained("2026-12-31", 1) ==
        "Begun Thu 31 Dec; 1 working day(s); 1 Jan New Year's Day; due Mon 4 Jan. Provisional: the holiday notice for "
        "2027 is not out yet.");
}

}  // namespace qiaomen::tests
