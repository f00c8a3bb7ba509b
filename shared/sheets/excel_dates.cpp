// SPDX-License-Identifier: Apache-2.0
#include "shared/sheets/excel_dates.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>

#include "shared/sheets/dates.h"

namespace qiaomen {

std::optional<std::string> excelMoment(double serial, ExcelEpoch epoch) {
    constexpr double kFirst = 61, kEnd = 2958466;  // 1 March 1900; the day after 31 December 9999
    constexpr int kBetweenEpochs = 1462, kTo1970 = 25569, kMinutesADay = 24 * 60;
    if (epoch == ExcelEpoch::of1904) serial += kBetweenEpochs;
    if (!(serial >= kFirst && serial < kEnd)) return std::nullopt;
    const auto minutes = static_cast<long>(std::lround(serial * kMinutesADay));
    const long day = minutes / kMinutesADay, minute = minutes % kMinutesADay;
    const std::chrono::sys_days date{std::chrono::days(day - kTo1970)};
    std::string text = isoDate(std::chrono::year_month_day(date));
    if (minute == 0) return text;
    std::array<char, 16> time{};
    std::snprintf(time.data(), time.size(), " %02d:%02d", static_cast<int>(minute / 60), static_cast<int>(minute % 60));
    return text + time.data();
}

/// The ranges of ECMA-376 part 1, 18.8.30, with those of Chinese programs among them.
bool isDateFormat(int number) {
    return (number >= 14 && number <= 22) || (number >= 27 && number <= 36) || (number >= 50 && number <= 58);
}

bool isDatePattern(std::string_view pattern) {
    bool quoted = false;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        const char letter = pattern[at];
        if (letter == '"') quoted = !quoted;
        if (quoted) continue;
        if (letter == '\\' || letter == '_' || letter == '*') {
            ++at;  // the letter after it stands for itself
        } else if (letter == '[') {
            at = std::min(pattern.find(']', at), pattern.size());
        } else if (letter == 'y' || letter == 'Y' || letter == 'd' || letter == 'D') {
            return true;
        }
    }
    return false;
}

}  // namespace qiaomen
