// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace qiaomen {

/// Telephone numbers of mainland China as people write them, brought into one form so that search and comparison work.
///
///     mobile   := "1" ("3" … "9") 9 digits                    13812345678
///     landline := "0" 2 or 3 digits "-" 7 or 8 digits         010-12345678, 0565-8123456
///
/// Pure; anybody may call it. Whether a number is in use, nobody here knows.

/// The one form of a number, or nothing if the text is no number of mainland China. Forgives spaces, hyphens, dots,
/// brackets and the prefixes +86, 0086 and 86. A landline without its area code is refused: the next grid could not call it.
std::optional<std::string> normalPhone(std::string_view text);

/// A normal number as a screen shows it until it is revealed: the middle is hidden, the last four digits (by which people
/// search) stay: 138****5678, 0565-***3456. Text of up to four characters is hidden whole.
std::string maskPhone(std::string_view phone);

/// The last four digits, by which people know each other's numbers; empty where there are fewer.
std::string phoneTail(std::string_view phone);

}  // namespace qiaomen
