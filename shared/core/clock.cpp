// SPDX-License-Identifier: Apache-2.0
#include "shared/core/clock.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace qiaomen {

Stamp HybridClock::now() {
    const std::int64_t wall = std::max<std::int64_t>(source_(), 0);
    // Adding one to the last time moves the counter on, and after 65,535 events of one millisecond the millisecond itself.
    const auto next = static_cast<LogicalTime>(static_cast<std::uint64_t>(last_) + 1);
    last_ = std::max(next, logicalTime(wall));
    return {last_, device_};
}

void HybridClock::see(const Stamp& stamp) { last_ = std::max(last_, stamp.time); }

std::string print(const Stamp& stamp) {
    if (stamp.isNone()) return "never";
    using namespace std::chrono;
    const auto ms = unixMs(stamp.time);
    const sys_time<milliseconds> moment{milliseconds{ms}};
    const auto day = floor<days>(moment);
    const year_month_day date{day};
    const hh_mm_ss time{moment - day};
    char text[64];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ+%u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()), static_cast<int>(time.subseconds().count()),
                  counter(stamp.time));
    return std::string(text) + " by " + stamp.device.text();
}

Result<Stamp> stampFromText(std::string_view text) {
    if (text == "never") return Stamp{};
    const Error wrong{Fault::invalid,
                      "not a stamp like 2026-11-22T08:00:00.000Z+3 by …: \"" + std::string(text.substr(0, 80)) + '"'};
    using namespace std::chrono;
    int date = 0;
    unsigned month = 0, day = 0, hour = 0, minute = 0, second = 0, millisecond = 0, count = 0;
    char device[37] = "";
    const int found = std::sscanf(std::string(text).c_str(), "%5d-%2u-%2uT%2u:%2u:%2u.%3uZ+%5u by %36s", &date, &month,
                                  &day, &hour, &minute, &second, &millisecond, &count, device);
    const auto id = DeviceId::parse(device);
    if (found != 9 || !id || !year_month_day(year(date), std::chrono::month(month), std::chrono::day(day)).ok())
        return wrong;
    const sys_days midnight = year_month_day(year(date), std::chrono::month(month), std::chrono::day(day));
    const milliseconds moment = midnight.time_since_epoch() + hours(hour) + minutes(minute) + seconds(second) +
                                milliseconds(millisecond);
    const Stamp stamp{logicalTime(moment.count(), static_cast<std::uint16_t>(count)), *id};
    if (print(stamp) != text) return wrong;  // 25:61, the 65,536th event, blanks, upper-case digits
    return stamp;
}

}  // namespace qiaomen
