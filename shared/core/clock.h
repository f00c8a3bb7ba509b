// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "shared/core/ids.h"

namespace qiaomen {

/// Reads the wall clock: milliseconds since 1970 (UTC). Passed in, so that a test can run a week in a second.
using ClockSource = std::function<std::int64_t()>;

/// A logical time: the upper 48 bits are milliseconds since 1970, the lower 16 a counter for events of one millisecond.
/// Near to real time, yet never used as one: what the worker says happened when is a field (occurred_at), not a stamp.
enum class LogicalTime : std::uint64_t { none = 0 };

constexpr std::int64_t unixMs(LogicalTime time) {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(time) >> 16);
}
constexpr std::uint16_t counter(LogicalTime time) {
    return static_cast<std::uint16_t>(static_cast<std::uint64_t>(time));
}
constexpr LogicalTime logicalTime(std::int64_t ms, std::uint16_t count = 0) {
    return static_cast<LogicalTime>((static_cast<std::uint64_t>(ms) << 16) | count);
}

/// When and by which device something was written. Stamps are totally ordered: time first, the device breaks ties. No two
/// writes share a stamp, so a stamp also names the write.
struct Stamp {
    LogicalTime time = LogicalTime::none;
    DeviceId device;

    [[nodiscard]] bool isNone() const { return time == LogicalTime::none; }
    auto operator<=>(const Stamp&) const = default;
};

/// For logs, JSON and test stories: "2026-11-22T08:00:00.000Z+3 by 0190…"; "never" for none.
std::string print(const Stamp& stamp);
/// Reads exactly what print() gives.
Result<Stamp> stampFromText(std::string_view text);

/// A hybrid logical clock (Kulkarni, Demirbas et al., "Logical Physical Clocks", 2014; figure 5 without its error bound).
///
/// Invariants: now() is greater than every stamp this clock has given or seen, whatever the wall clock does: when that jumps
/// back, the counter goes on from the last stamp; and as long as the wall clock moves on, a stamp's time is close to it.
/// Not thread-safe: its owner (a store) calls it inside its own lock.
class HybridClock {
public:
    HybridClock(DeviceId device, ClockSource source) : device_(device), source_(std::move(source)) {}

    /// A stamp for a write made now.
    Stamp now();
    /// Takes note of a stamp from elsewhere: what is written here from now on is later than it.
    void see(const Stamp& stamp);

    [[nodiscard]] DeviceId device() const { return device_; }
    /// What the wall clock says, in milliseconds since 1970.
    [[nodiscard]] std::int64_t wallMs() const { return source_(); }

private:
    DeviceId device_;
    ClockSource source_;
    LogicalTime last_ = LogicalTime::none;
};

}  // namespace qiaomen
