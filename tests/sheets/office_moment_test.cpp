// SPDX-License-Identifier: Apache-2.0
#include "shared/sheets/office_moment.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "shared/sheets/dates.h"

namespace qiaomen {

namespace {

using namespace std::chrono;
constexpr year_month_day kToday{2026y, November, 30d};

/// "2026-11-03 14:30", "2026-11-03", or "?".
std::string read(std::string_view text) {
    const auto moment = officeMoment(text, kToday);
    if (!moment) return "?";
    if (moment->minute < 0) return isoDate(moment->day);
    char time[16];
    std::snprintf(time, sizeof time, " %02d:%02d", moment->minute / 60, moment->minute % 60);
    return isoDate(moment->day) + time;
}

}  // namespace

TEST_CASE("A day is read in every way in which offices write it", "[sheets][moment]") {
    const auto text = GENERATE(as<std::string>{}, "2026-11-03", "2026/11/3", "2026.11.3", "20261103", "2026年11月3日",
                               "2026 年 11 月 3 日", "11月3日", "11月3号", "11/3", "11-3", "11.3",
                               "２０２６－１１－０３", " 2026-11-03 ", "26-11-03", "2026年11月3日（周二）",
                               "11月3日 星期二", "46329", "2026-11-03T");
    INFO(text);
    CHECK(read(text) == "2026-11-03");
}

TEST_CASE("A time of day is read beside it, by the clock or by its part of the day", "[sheets][moment]") {
    CHECK(read("2026-11-03 14:30") == "2026-11-03 14:30");
    CHECK(read("2026-11-03 14:30:59") == "2026-11-03 14:30");
    CHECK(read("2026年11月3日 上午") == "2026-11-03 09:30");
    CHECK(read("2026年11月3日下午") == "2026-11-03 15:00");
    CHECK(read("2026年11月3日下午3点半") == "2026-11-03 15:30");
    CHECK(read("11月3日 下午3点20分") == "2026-11-03 15:20");
    CHECK(read("11月3日 中午") == "2026-11-03 12:00");
    CHECK(read("11月3日 中午12:30") == "2026-11-03 12:30");
    CHECK(read("11月3日 中午1点") == "2026-11-03 13:00");
    CHECK(read("11月3日 晚上7点") == "2026-11-03 19:00");
    CHECK(read("11月3日 上午9:00-10:30") == "2026-11-03 09:00");
    CHECK(read("11月3日 全天") == "2026-11-03");
    CHECK(read("46329.5") == "2026-11-03 12:00");
    CHECK(read("11/3 9：15") == "2026-11-03 09:15");
}

TEST_CASE("Without a year it is the latest such day that is not ahead", "[sheets][moment]") {
    CHECK(read("11/30") == "2026-11-30");
    CHECK(read("12/1") == "2025-12-01");
    CHECK(read("2月29日") == "2024-02-29");
}

TEST_CASE("What is no date, or only half of one, is none", "[sheets][moment]") {
    const auto text = GENERATE(as<std::string>{}, "", "上午", "2026年", "2026-13-01", "2026-02-30", "30/11/2026",
                               "11月3日左右", "11月3日 25:00", "昨天", "3", "2026-11-03 下午茶", "1e309", "99999999",
                               "=TODAY()");
    INFO(text);
    CHECK(read(text) == "?");
}

}  // namespace qiaomen
