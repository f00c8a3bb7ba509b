// SPDX-License-Identifier: Apache-2.0
#include "mobile/work_calendar.h"

#include <QLocale>

#include "mobile/text.h"

namespace qiaomen {

namespace {

CivilDay dayAt(double day) { return civilDay(dateFromDay(day)).value_or(0); }

QDate dateOf(CivilDay day) { return QDate(1970, 1, 1).addDays(day); }

/// "Tue 13 Oct", "10月13日周二"
QString dayWords(CivilDay day, bool chinese) {
    return QLocale(chinese ? QLocale::Chinese : QLocale::English)
        .toString(dateOf(day), WorkCalendar::tr("ddd d MMM", "date format, a day of a period"));
}

/// "1 to 7 Oct"
QString spanWords(const Holiday& holiday, bool chinese) {
    const QLocale locale(chinese ? QLocale::Chinese : QLocale::English);
    const auto shortDay = [&](CivilDay day) {
        return locale.toString(dateOf(day), WorkCalendar::tr("d MMM", "date format, this year"));
    };
    if (holiday.from == holiday.to) return shortDay(holiday.from);
    return WorkCalendar::tr("%1 to %2", "from one day to another").arg(shortDay(holiday.from), shortDay(holiday.to));
}

QString nameOf(const Label& label, bool chinese) { return toQt(chinese ? label.zh : label.en); }

QString notPublished(CivilDay day) {
    // The last week of a year hangs on the notice of the next one.
    const int year = dateOf(day).month() == 12 ? dateOf(day).year() + 1 : dateOf(day).year();
    return WorkCalendar::tr("Provisional: the holiday notice for %1 is not out yet.").arg(year);
}

}  // namespace

int WorkCalendar::mark(double day) const {
    if (day <= 0) return None;
    switch (noteOf(dayAt(day)).kind) {
        case DayKind::holiday: return Off;
        case DayKind::workedWeekend: return Worked;
        default: return None;
    }
}

bool WorkCalendar::isProvisional(double day) const { return day > 0 && noteOf(dayAt(day)).provisional; }

QString WorkCalendar::note(double day) const {
    if (day <= 0) return {};
    const CivilDay on = dayAt(day);
    const DayNote note = noteOf(on);
    const QString next = dayWords(nextWorkingDay(on), chinese_);
    QStringList words;
    switch (note.kind) {
        case DayKind::working: break;
        case DayKind::workedWeekend: words << tr("A weekend day on which people work."); break;
        case DayKind::weekend: words << tr("Weekend. The next working day is %1.").arg(next); break;
        case DayKind::holiday:
            words << tr("Holiday: %1. The next working day is %2.").arg(nameOf(note.name, chinese_), next);
            break;
    }
    if (note.provisional) words << notPublished(on);
    return words.join(chinese_ ? QString() : QStringLiteral(" "));
}

QString explain(const WorkingPeriod& period, bool chinese) {
    QStringList passed;
    for (const Holiday& holiday : period.holidays)
        passed << WorkCalendar::tr("%1 %2", "from when to when, which holiday")
                      .arg(spanWords(holiday, chinese), nameOf(holiday.name, chinese));
    for (const CivilDay worked : period.workedWeekends)
        passed << WorkCalendar::tr("%1 is worked").arg(dayWords(worked, chinese));
    QStringList parts{WorkCalendar::tr("Begun %1").arg(dayWords(period.from, chinese)),
                      WorkCalendar::tr("%n working day(s)", "", period.days)};
    if (!passed.isEmpty()) parts << passed.join(chinese ? QStringLiteral("，") : QStringLiteral(", "));
    parts << WorkCalendar::tr("due %1").arg(dayWords(period.due, chinese));
    QString words = parts.join(chinese ? QStringLiteral("；") : QStringLiteral("; "));
    words += chinese ? QStringLiteral("。") : QStringLiteral(".");
    if (period.provisional) words += (chinese ? QString() : QStringLiteral(" ")) + notPublished(period.due);
    return words;
}

}  // namespace qiaomen
