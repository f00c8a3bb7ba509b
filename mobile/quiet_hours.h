// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace qiaomen {

/// When a household does not wish to be disturbed, as people write it:
///
///     hours := span { ("," | "，" | "、" | ";") span }
///     span  := HH:MM ("-" | "–" | "—" | "~" | "至") HH:MM         over midnight when the end is before the start
///
/// Pure. A full-width colon counts as one.
bool areQuietHours(std::string_view text);

/// True when the minute of the day (0 to 1439, local) lies in one of the spans; the end itself does not. False for a text that
/// is not of that form: it is shown as it is, and nobody is kept from a door by a typing error.
bool isQuiet(std::string_view text, int minuteOfDay);

}  // namespace qiaomen
