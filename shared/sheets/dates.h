// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <chrono>
#include <cstdio>
#include <string>

namespace qiaomen {

/// A day as "YYYY-MM-DD", the form in which records keep dates.
inline std::string isoDate(std::chrono::year_month_day day) {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(day.year()),
                  static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    return text.data();
}

}  // namespace qiaomen
