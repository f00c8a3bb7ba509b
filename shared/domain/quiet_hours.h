// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace qiaomen {

/// When a household does not wish to be disturbed, as people write it:
///
///     hours := span { ("," | "，" | "、" | ";" | "；") span }
///     span  := HH:MM ("-" | "–" | "—" | "~" | "～" | "至") HH:MM   over midnight when the end is before the start
///
/// Pure. A full-width colon counts as one.
bool areQuietHours(std::string_view text);

/// True when the minute of the day (0 to 1439, local) lies in one of the spans; the end itself does not. False for a text that
/// is not of that form: it is shown as it is, and nobody is kept from a door by a typing error.
bool isQuiet(std::string_view text, int minuteOfDay);

/// Nobody is knocked up in the evening or out of a nap: 20:30 to 08:30 and 12:00 to 14:00. Our own proposal (no rule names
/// hours), after residents' complaints of knocks at 23:00.
inline constexpr std::string_view kQuietNight = "20:30-08:30";
inline constexpr std::string_view kQuietNoon = "12:00-14:00";

/// How many minutes from the minute of the day on until the household may be knocked on; 0 when it may be now, and for a
/// household that never may (its spans cover the whole day). What a household wrote about the night (a span over midnight)
/// replaces the night above, what it wrote about the day replaces the nap; where it wrote nothing, or nothing that can be read,
/// the hours above hold. An evening visit needs the household's own words.
int minutesUntilWelcome(std::string_view text, int minuteOfDay);

}  // namespace qiaomen
