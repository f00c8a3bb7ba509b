// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace qiaomen {

/// A workbook keeps a moment as a number of days, and only the cell's format says that it is one (ECMA-376 part 1, 18.17.4).

/// From which day a workbook counts: 30 December 1899 (with a 29 February 1900 that never was), or 1 January 1904.
enum class ExcelEpoch { of1900, of1904 };

/// "2026-11-03", or "2026-11-03 14:30" where there is a time of day; nothing for numbers outside of 1 March 1900 to 31 December 9999.
std::optional<std::string> excelMoment(double serial, ExcelEpoch epoch = ExcelEpoch::of1900);

/// Whether a number format shows days: by its number, where it is one that every program knows …
bool isDateFormat(int number);
/// … or by its pattern, `yyyy"年"m"月"d"日";@`. Text in quotes, colours and conditions in brackets count for nothing.
bool isDatePattern(std::string_view pattern);

}  // namespace qiaomen
