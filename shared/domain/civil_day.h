// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace qiaomen {

/// A day of the calendar as a number: days since 1970-01-01. Days are counted, not hours, wherever people speak of days.
using CivilDay = std::int32_t;

/// "2026-11-22" → its day; nothing for a text that names no day (a month or a year alone names none).
std::optional<CivilDay> civilDay(std::string_view text);
/// The day → "2026-11-22".
std::string dateText(CivilDay day);

/// The birthday in the year of `day` that comes next, `day` included, of somebody born on that date; who was born on 29 February
/// has it on the 28th in other years. Nothing when the date names no day.
struct Birthday {
    CivilDay day = 0;
    int age = 0;  ///< that somebody becomes
};
std::optional<Birthday> nextBirthday(std::string_view birthDate, CivilDay day);

/// A moment as the clock on the wall shows it. The difference to UTC is taken as it is now (China keeps one all year), so a visit
/// near midnight of another season may count to the neighbouring day where clocks change.
struct WallClock {
    std::int64_t ms = 0;    ///< since 1970, UTC
    int minutesEast = 480;  ///< of UTC; China is 480

    [[nodiscard]] CivilDay day() const { return dayOf(ms); }
    [[nodiscard]] CivilDay dayOf(std::int64_t instantMs) const;
    [[nodiscard]] int minuteOfDay() const;
    /// The instant at which a day begins here.
    [[nodiscard]] std::int64_t startOf(CivilDay day) const;
};

}  // namespace qiaomen
