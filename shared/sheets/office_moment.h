// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace qiaomen {

/// When something was, as an office writes it.
struct OfficeMoment {
    std::chrono::year_month_day day;
    int minute = -1;  ///< of the day; -1 where no time of day is named
    bool operator==(const OfficeMoment&) const = default;
};

/// Reads a day with or without a time of day:
///
///     2026-11-03   2026/11/3 14:30   2026.11.3   20261103   2026年11月3日 上午   2026年11月3日下午3点半   11月3日   11/3 9:15
///     46329.5      (a workbook's number of days, where the cell had lost its format)
///
/// Without a year it is the latest such day that is not after `today`. A part of a day alone stands for its middle: 上午 9:30, 中午 12:00,
/// 下午 15:00, 晚上 19:00. Of a span of hours its beginning. A weekday in brackets is passed over. Nothing where anything else is left over: a date that was
/// half understood would be a wrong date.
std::optional<OfficeMoment> officeMoment(std::string_view text, std::chrono::year_month_day today);

}  // namespace qiaomen
