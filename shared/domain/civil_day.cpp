// SPDX-License-Identifier: Apache-2.0
#include "shared/domain/civil_day.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace qiaomen {

namespace {

namespace chrono = std::chrono;
constexpr std::int64_t kMinuteMs = 60'000;
constexpr std::int64_t kDayMs = 24 * 60 * kMinuteMs;

std::int64_t floorDivide(std::int64_t value, std::int64_t by) { return (value - (value % by + by) % by) / by; }

std::optional<int> number(std::string_view digits) {
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size() || digits.front() == '-') return std::nullopt;
    return value;
}

std::optional<chrono::year_month_day> dateOf(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = number(text.substr(0, 4)), month = number(text.substr(5, 2)), day = number(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    const chrono::year_month_day date{chrono::year(*year), chrono::month(static_cast<unsigned>(*month)),
                                      chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok()) return std::nullopt;
    return date;
}

CivilDay numbered(chrono::year_month_day date) {
    return static_cast<CivilDay>(chrono::sys_days(date).time_since_epoch().count());
}

chrono::year_month_day named(CivilDay day) { return chrono::sys_days(chrono::days(day)); }

}  // namespace

std::optional<CivilDay> civilDay(std::string_view text) {
    const auto date = dateOf(text);
    if (!date) return std::nullopt;
    return numbered(*date);
}

std::string dateText(CivilDay day) {
    const chrono::year_month_day date = named(day);
    std::array<char, 16> text{};
    const int size = std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                                   static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return {text.data(), static_cast<std::size_t>(size)};
}

std::optional<Birthday> nextBirthday(std::string_view birthDate, CivilDay day) {
    const auto born = dateOf(birthDate);
    if (!born || numbered(*born) > day) return std::nullopt;
    for (auto year = named(day).year();; ++year) {
        chrono::year_month_day date{year, born->month(), born->day()};
        if (!date.ok()) date = year / chrono::February / 28;
        if (numbered(date) >= day) return Birthday{numbered(date), static_cast<int>((year - born->year()).count())};
    }
}

CivilDay WallClock::dayOf(std::int64_t instantMs) const {
    return static_cast<CivilDay>(floorDivide(instantMs + minutesEast * kMinuteMs, kDayMs));
}

int WallClock::minuteOfDay() const {
    return static_cast<int>((ms + minutesEast * kMinuteMs - day() * kDayMs) / kMinuteMs);
}

std::int64_t WallClock::startOf(CivilDay day) const { return day * kDayMs - minutesEast * kMinuteMs; }

}  // namespace qiaomen
