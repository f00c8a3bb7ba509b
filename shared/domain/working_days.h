// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "shared/core/collection.h"
#include "shared/domain/civil_day.h"

/// Working days (工作日) in China: weekdays, less the holidays, plus the weekend days on which people work instead (调休), as the State
/// Council's General Office publishes them year by year. What is not published is not known: such days are counted as usual, and
/// whatever rests on them is *provisional*.
///
/// A period of days is counted by law: the day on which it begins does not count (Civil Code art. 201); periods of licensing matters
/// are working days (Administrative Licensing Law art. 82), and promises of the community are counted in the same way.
namespace qiaomen {

/// A holiday as a notice gives it, both days included.
struct Holiday {
    Label name;
    CivilDay from = 0, to = 0;
};

/// One year's notice: 国务院办公厅关于YYYY年部分节假日安排的通知. The years stand in one table in working_days.cpp, to be extended when the
/// next notice is out (mostly in November).
struct HolidayNotice {
    int year = 0;
    std::string_view number;  ///< of the document
    std::string_view issued;  ///< its date
    std::vector<Holiday> holidays;
    std::vector<CivilDay> workedWeekends;
};
std::span<const HolidayNotice> holidayNotices();

enum class DayKind : std::uint8_t { working, weekend, holiday, workedWeekend };

struct DayNote {
    DayKind kind = DayKind::working;
    Label name = {};           ///< of the holiday
    bool provisional = false;  ///< no notice says so, or the next one may still change it
    [[nodiscard]] bool isWorking() const { return kind == DayKind::working || kind == DayKind::workedWeekend; }
};
/// Any day. In years without a notice the statutory days with a fixed date (1 January, 1 and 2 May, 1 to 3 October) are taken for
/// holidays; those that follow the moon are not guessed.
DayNote noteOf(CivilDay day);

/// A period of working days and what lay on the way.
struct WorkingPeriod {
    CivilDay from = 0;  ///< does not count
    int days = 0;
    CivilDay due = 0;                      ///< the last day, until the end of business
    std::vector<Holiday> holidays;         ///< between the two, as far as they lie between them
    std::vector<CivilDay> workedWeekends;  ///< likewise, the due day included
    bool provisional = false;
};
/// `days`: 1 and more.
WorkingPeriod afterWorkingDays(CivilDay from, int days);
/// The first working day after a day.
CivilDay nextWorkingDay(CivilDay day);
/// 0: Monday … 6: Sunday.
int weekdayOf(CivilDay day);

}  // namespace qiaomen
