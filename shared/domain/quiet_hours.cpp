// SPDX-License-Identifier: Apache-2.0
#include "shared/domain/quiet_hours.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace qiaomen {

namespace {

constexpr int kMinutesOfDay = 24 * 60;

struct Span {
    int from = 0, to = 0;  ///< minutes of the day

    [[nodiscard]] bool overMidnight() const { return from > to; }
    [[nodiscard]] bool holds(int minute) const {
        return overMidnight() ? minute >= from || minute < to : minute >= from && minute < to;
    }
};
using Spans = std::vector<Span>;

bool isDigit(char c) { return c >= '0' && c <= '9'; }

template <std::size_t N>
bool take(std::string_view& text, const std::array<std::string_view, N>& marks) {
    for (const std::string_view mark : marks) {
        if (!text.starts_with(mark)) continue;
        text.remove_prefix(mark.size());
        return true;
    }
    return false;
}

void skipSpaces(std::string_view& text) { text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size())); }

std::optional<int> takeNumber(std::string_view& text, std::size_t leastDigits, int most) {
    std::size_t digits = 0;
    int number = 0;
    while (digits < 2 && digits < text.size() && isDigit(text[digits])) number = number * 10 + (text[digits++] - '0');
    if (digits < leastDigits || number > most) return std::nullopt;
    text.remove_prefix(digits);
    return number;
}

/// The last minute named may be 24:00, the end of the day.
std::optional<int> takeTime(std::string_view& text, int latestHour) {
    static constexpr std::array<std::string_view, 2> kColons = {":", "："};
    const auto hour = takeNumber(text, 1, latestHour);
    if (!hour || !take(text, kColons)) return std::nullopt;
    const auto minute = takeNumber(text, 2, 59);
    if (!minute || *hour * 60 + *minute > kMinutesOfDay) return std::nullopt;
    return *hour * 60 + *minute;
}

std::optional<Spans> spansOf(std::string_view text) {
    static constexpr std::array<std::string_view, 6> kUntil = {"-", "–", "—", "~", "～", "至"};
    static constexpr std::array<std::string_view, 5> kAnd = {",", "，", "、", ";", "；"};
    Spans spans;
    do {
        skipSpaces(text);
        const auto from = takeTime(text, 23);
        skipSpaces(text);
        if (!from || !take(text, kUntil)) return std::nullopt;
        skipSpaces(text);
        const auto to = takeTime(text, 24);
        if (!to) return std::nullopt;
        spans.push_back({*from, *to});
        skipSpaces(text);
    } while (take(text, kAnd));
    if (!text.empty()) return std::nullopt;
    return spans;
}

/// What holds at a door: the household's own spans, and ours where it wrote nothing.
Spans spansAt(std::string_view text) {
    Spans spans = spansOf(text).value_or(Spans{});
    const bool night = std::ranges::any_of(spans, &Span::overMidnight);
    const bool day = std::ranges::any_of(spans, [](const Span& span) { return !span.overMidnight(); });
    if (!night) spans.push_back(spansOf(kQuietNight)->front());
    if (!day) spans.push_back(spansOf(kQuietNoon)->front());
    return spans;
}

}  // namespace

bool areQuietHours(std::string_view text) { return spansOf(text).has_value(); }

bool isQuiet(std::string_view text, int minute) {
    const auto spans = spansOf(text);
    return spans && std::ranges::any_of(*spans, [minute](const Span& span) { return span.holds(minute); });
}

int minutesUntilWelcome(std::string_view text, int minuteOfDay) {
    const Spans spans = spansAt(text);
    // From the end of one span into the next that begins there, at most once round the clock.
    for (int waited = 0; waited < kMinutesOfDay;) {
        const int minute = (minuteOfDay + waited) % kMinutesOfDay;
        const auto holding = std::ranges::find_if(spans, [minute](const Span& span) { return span.holds(minute); });
        if (holding == spans.end()) return waited;
        waited += (holding->to - minute + kMinutesOfDay) % kMinutesOfDay;
        if (holding->to % kMinutesOfDay == minute) break;
    }
    return 0;
}

}  // namespace qiaomen
