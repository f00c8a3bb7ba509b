// SPDX-License-Identifier: Apache-2.0
#include "shared/sheets/office_moment.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "shared/sheets/excel_dates.h"
#include "shared/sheets/office_text.h"

namespace qiaomen {

namespace {

using std::chrono::year_month_day;

constexpr int kHour = 60, kNoon = 12 * kHour;

/// A part of the day: its words, its middle, and whether its hours are counted from noon.
struct DayPart {
    std::string_view word;
    int middle;
    bool afternoon;
};
constexpr std::array<DayPart, 14> kDayParts{{{"凌晨", 5 * kHour, false},
                                             {"清晨", 7 * kHour, false},
                                             {"早上", 8 * kHour, false},
                                             {"早晨", 8 * kHour, false},
                                             {"上午", 9 * kHour + 30, false},
                                             {"中午", kNoon, true},
                                             {"下午", 15 * kHour, true},
                                             {"傍晚", 18 * kHour, true},
                                             {"晚上", 19 * kHour, true},
                                             {"晚间", 19 * kHour, true},
                                             {"夜间", 20 * kHour, true},
                                             {"AM", 9 * kHour + 30, false},
                                             {"PM", 15 * kHour, true},
                                             {"全天", -1, false}}};

/// Reads a text from its beginning.
class Text {
public:
    explicit Text(std::string text) : text_(std::move(text)) {}

    [[nodiscard]] bool isEmpty() const { return at_ >= text_.size(); }
    void skipBlanks() {
        while (!isEmpty() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n')) ++at_;
    }
    bool take(std::string_view word) {
        if (!std::string_view(text_).substr(at_).starts_with(word)) return false;
        at_ += word.size();
        return true;
    }
    bool takeAny(std::initializer_list<std::string_view> words) {
        return std::ranges::any_of(words, [this](std::string_view word) { return take(word); });
    }
    /// Digits as a number; -1 when there are none, or more than eight.
    int number(std::size_t* digits = nullptr) {
        int value = -1;
        const char* begin = text_.data() + at_;
        const auto [end, error] = std::from_chars(begin, text_.data() + text_.size(), value);
        constexpr std::ptrdiff_t kMost = 8;
        if (error != std::errc() || end - begin > kMost || value < 0) return -1;
        at_ += static_cast<std::size_t>(end - begin);
        if (digits) *digits = static_cast<std::size_t>(end - begin);
        return value;
    }
    /// Past the closing bracket.
    void skipBrackets() {
        const auto end = text_.find(')', at_);
        if (take("(")) at_ = end == std::string::npos ? text_.size() : end + 1;
    }

private:
    std::string text_;
    std::size_t at_ = 0;
};

year_month_day dayOf(int year, int month, int day) {
    return {std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
            std::chrono::day(static_cast<unsigned>(day))};
}

/// The latest such day that is not after today: of the last eight years, since there is a 29 February in them.
std::optional<year_month_day> latest(int month, int day, year_month_day today) {
    for (int back = 0; back <= 8; ++back) {
        const auto date = dayOf(static_cast<int>(today.year()) - back, month, day);
        if (date.ok() && date <= today) return date;
    }
    return std::nullopt;
}

std::optional<year_month_day> readDay(Text& text, year_month_day today) {
    std::size_t digits = 0;
    const int first = text.number(&digits);
    if (first < 0) return std::nullopt;
    constexpr std::size_t kRun = 8;
    if (digits == kRun) {  // 20261103
        const auto date = dayOf(first / 10000, first / 100 % 100, first % 100);
        return date.ok() ? std::optional(date) : std::nullopt;
    }
    text.skipBlanks();
    if (!text.takeAny({"年", "月", "-", "/", "."})) return std::nullopt;
    text.skipBlanks();
    const int second = text.number();
    if (second < 0) return std::nullopt;
    text.skipBlanks();
    constexpr std::size_t kYear = 4;
    if (digits < kYear && !text.takeAny({"月", "-", "/", "."})) {  // 11/3, 11月3日
        text.takeAny({"日", "号"});
        return latest(first, second, today);
    }
    if (digits == kYear && !text.takeAny({"月", "-", "/", "."})) return std::nullopt;
    text.skipBlanks();
    const int third = text.number();
    text.skipBlanks();
    text.takeAny({"日", "号"});
    constexpr int kCentury = 2000;
    const auto date = dayOf(digits < kYear ? kCentury + first : first, second, third);
    return third > 0 && date.ok() ? std::optional(date) : std::nullopt;
}

/// 14:30, 14:30:00, 3点半, 3点20分, 15时; -1 when there is none, -2 when it is none that a clock shows.
int readTime(Text& text) {
    const int hour = text.number();
    if (hour < 0) return -1;
    int minute = 0;
    if (text.take(":")) {
        minute = text.number();
        if (text.take(":")) text.number();
    } else if (text.takeAny({"点", "时"})) {
        text.take("钟");
        if (text.take("半"))
            minute = 30;
        else if (const int given = text.number(); given >= 0)
            minute = given;
        text.take("分");
    } else {
        return -2;
    }
    return hour <= 23 && minute >= 0 && minute < kHour ? hour * kHour + minute : -2;
}

/// The end of a span of hours.
bool readEnd(Text& text) {
    if (!text.takeAny({"-", "~", "—", "至", "到"})) return true;
    text.skipBlanks();
    for (const DayPart& part : kDayParts) text.take(part.word);
    return readTime(text) >= 0;
}

/// The number of days that a workbook keeps, as text.
std::optional<std::string> ofWorkbook(const std::string& text) {
    constexpr double kFirst = 36526, kLast = 73051;  // the year 2000 to the year 2099
    double serial = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), serial);
    if (error != std::errc() || end != text.data() + text.size() || serial < kFirst || serial >= kLast)
        return std::nullopt;
    return excelMoment(serial);
}

}  // namespace

std::optional<OfficeMoment> officeMoment(std::string_view written, year_month_day today) {
    std::string plain = halfWidth(trimmed(written));
    if (auto moment = ofWorkbook(plain)) plain = *std::move(moment);
    Text text(std::move(plain));
    const auto day = readDay(text, today);
    if (!day) return std::nullopt;
    OfficeMoment moment{*day, -1};
    text.take("T");
    text.skipBlanks();
    text.skipBrackets();
    if (text.takeAny({"星期", "周"})) text.takeAny({"一", "二", "三", "四", "五", "六", "日", "天"});
    text.skipBlanks();
    const DayPart* part = nullptr;
    for (const DayPart& one : kDayParts) {
        if (text.take(one.word)) part = &one;
        if (part) break;
    }
    text.skipBlanks();
    const int time = readTime(text);
    if (time == -2) return std::nullopt;
    if (time >= 0)
        moment.minute = time +
                        (part && part->afternoon && time < kNoon - (part->word == "中午" ? kHour : 0) ? kNoon : 0);
    else if (part)
        moment.minute = part->middle;
    text.skipBlanks();
    if (time >= 0 && !readEnd(text)) return std::nullopt;
    text.skipBlanks();
    return text.isEmpty() ? std::optional(moment) : std::nullopt;
}

}  // namespace qiaomen
