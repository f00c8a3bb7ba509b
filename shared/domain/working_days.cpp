// SPDX-License-Identifier: Apache-2.0
#include "shared/domain/working_days.h"

#include <algorithm>
#include <array>

namespace qiaomen {

namespace {

constexpr Label kNewYear{"New Year's Day", "元旦"}, kSpring{"Spring Festival", "春节"}, kQingming{"Qingming", "清明节"},
    kLabour{"Labour Day", "劳动节"}, kDragonBoat{"Dragon Boat Festival", "端午节"},
    kMidAutumn{"Mid-Autumn Festival", "中秋节"}, kNational{"National Day", "国庆节"},
    kNationalAndMidAutumn{"National Day, Mid-Autumn Festival", "国庆节、中秋节"};

CivilDay on(std::string_view date) { return *civilDay(date); }

std::vector<HolidayNotice> publishedNotices() {
    return {
        {.year = 2025,
         .number = "国办发明电〔2024〕12号",
         .issued = "2024-11-12",
         .holidays = {{kNewYear, on("2025-01-01"), on("2025-01-01")},
                      {kSpring, on("2025-01-28"), on("2025-02-04")},
                      {kQingming, on("2025-04-04"), on("2025-04-06")},
                      {kLabour, on("2025-05-01"), on("2025-05-05")},
                      {kDragonBoat, on("2025-05-31"), on("2025-06-02")},
                      {kNationalAndMidAutumn, on("2025-10-01"), on("2025-10-08")}},
         .workedWeekends = {on("2025-01-26"), on("2025-02-08"), on("2025-04-27"), on("2025-09-28"), on("2025-10-11")}},
        {.year = 2026,
         .number = "国办发明电〔2025〕7号",
         .issued = "2025-11-04",
         .holidays = {{kNewYear, on("2026-01-01"), on("2026-01-03")},
                      {kSpring, on("2026-02-15"), on("2026-02-23")},
                      {kQingming, on("2026-04-04"), on("2026-04-06")},
                      {kLabour, on("2026-05-01"), on("2026-05-05")},
                      {kDragonBoat, on("2026-06-19"), on("2026-06-21")},
                      {kMidAutumn, on("2026-09-25"), on("2026-09-27")},
                      {kNational, on("2026-10-01"), on("2026-10-07")}},
         .workedWeekends = {on("2026-01-04"), on("2026-02-14"), on("2026-02-28"), on("2026-05-09"), on("2026-09-20"),
                            on("2026-10-10")}}};
}

/// Of 全国年节及纪念日放假办法 (2024), those that are the same every year.
struct FixedHoliday {
    std::string_view from, to;  ///< month and day
    Label name;
};
constexpr std::array<FixedHoliday, 3> kFixed = {
    {{"01-01", "01-01", kNewYear}, {"05-01", "05-02", kLabour}, {"10-01", "10-03", kNational}}};

/// The last week of a year: the next year's notice may still move its days around New Year.
constexpr std::string_view kLastWeek = "12-25";

int yearOf(CivilDay day) { return std::stoi(dateText(day).substr(0, 4)); }
std::string monthAndDay(CivilDay day) { return dateText(day).substr(5); }

const HolidayNotice* noticeOf(int year) {
    const auto all = holidayNotices();
    const auto found = std::ranges::find(all, year, &HolidayNotice::year);
    return found != all.end() ? &*found : nullptr;
}

bool isWeekend(CivilDay day) { return weekdayOf(day) >= 5; }

DayNote usual(CivilDay day) { return {.kind = isWeekend(day) ? DayKind::weekend : DayKind::working}; }

DayNote unpublished(CivilDay day) {
    DayNote note = usual(day);
    const std::string date = monthAndDay(day);
    const auto fixed = std::ranges::find_if(
        kFixed, [&](const FixedHoliday& one) { return one.from <= date && date <= one.to; });
    if (fixed != kFixed.end()) note = {.kind = DayKind::holiday, .name = fixed->name};
    note.provisional = true;
    return note;
}

/// What a notice says about a day; a year's notice may name days of the neighbouring years, too.
const Holiday* holidayOn(CivilDay day) {
    for (const HolidayNotice& notice : holidayNotices()) {
        for (const Holiday& holiday : notice.holidays) {
            if (holiday.from <= day && day <= holiday.to) return &holiday;
        }
    }
    return nullptr;
}

bool isWorkedWeekend(CivilDay day) {
    return std::ranges::any_of(holidayNotices(), [&](const HolidayNotice& notice) {
        return std::ranges::find(notice.workedWeekends, day) != notice.workedWeekends.end();
    });
}

/// Adds a day off to the holidays on the way: a run of the same name is one.
void pass(std::vector<Holiday>& holidays, CivilDay day, const Label& name) {
    const bool goesOn = !holidays.empty() && holidays.back().to == day - 1 && holidays.back().name.en == name.en;
    if (goesOn)
        holidays.back().to = day;
    else
        holidays.push_back({name, day, day});
}

}  // namespace

std::span<const HolidayNotice> holidayNotices() {
    static const std::vector<HolidayNotice> notices = publishedNotices();
    return notices;
}

int weekdayOf(CivilDay day) { return ((day + 3) % 7 + 7) % 7; }  // 1970-01-01 was a Thursday

DayNote noteOf(CivilDay day) {
    if (const Holiday* holiday = holidayOn(day)) return {.kind = DayKind::holiday, .name = holiday->name};
    if (isWorkedWeekend(day)) return {.kind = DayKind::workedWeekend};
    const int year = yearOf(day);
    if (!noticeOf(year)) return unpublished(day);
    DayNote note = usual(day);
    note.provisional = !noticeOf(year + 1) && monthAndDay(day) >= kLastWeek;
    return note;
}

CivilDay nextWorkingDay(CivilDay day) { return afterWorkingDays(day, 1).due; }

WorkingPeriod afterWorkingDays(CivilDay from, int days) {
    WorkingPeriod period{.from = from, .days = days, .due = from};
    for (int left = days; left > 0;) {
        const DayNote note = noteOf(++period.due);
        period.provisional = period.provisional || note.provisional;
        if (note.kind == DayKind::holiday) pass(period.holidays, period.due, note.name);
        if (note.kind == DayKind::workedWeekend) period.workedWeekends.push_back(period.due);
        left -= note.isWorking() ? 1 : 0;
    }
    return period;
}

}  // namespace qiaomen
