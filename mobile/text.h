// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QDateTime>
#include <QString>
#include <QStringList>
#include <string>
#include <string_view>

#include "shared/core/ids.h"
#include "shared/domain/civil_day.h"

/// Where Qt's text and time meet the plain ones of the layers below: the only place. Everything here is pure.
///
/// On the Qt side an instant is `double` milliseconds since 1970 (QML's `real`; exact for 285,000 years), 0 for "never"; a day
/// is the instant of its local midnight, 0 for "no day". Words for both are made in QML, by locale.
namespace qiaomen {

inline QString toQt(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}
inline std::string fromQt(const QString& text) { return text.toStdString(); }

template <class Kind>
QString toQt(const Id<Kind>& id) {
    return id.isNone() ? QString() : toQt(std::string_view(id.text()));
}

/// The id that the text names; none when it names none.
template <class Kind>
Id<Kind> idFromQt(const QString& text) {
    const auto parsed = Id<Kind>::parse(fromQt(text));
    return parsed ? *parsed : Id<Kind>{};
}

/// "2026-11-22" → local midnight. A date that is only a month or a year has no day: 0, as has the empty one.
inline double dayFromDate(std::string_view date) {
    const QDate day = QDate::fromString(toQt(date), Qt::ISODate);
    return day.isValid() ? static_cast<double>(day.startOfDay().toMSecsSinceEpoch()) : 0;
}

/// Any moment of a local day → "2026-11-22"; empty for 0.
inline std::string dateFromDay(double day) {
    if (day <= 0) return {};
    return fromQt(QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(day)).date().toString(Qt::ISODate));
}

/// The clock on the wall here at that instant.
inline WallClock wallClockAt(std::int64_t ms) { return {ms, QDateTime::fromMSecsSinceEpoch(ms).offsetFromUtc() / 60}; }

/// The parts that are not empty, with a middle dot between.
inline QString dotted(QStringList parts) {
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

/// A field of type tags: "care routine" ↔ ["care", "routine"].
inline QStringList tagList(std::string_view tags) { return toQt(tags).split(QLatin1Char(' '), Qt::SkipEmptyParts); }
inline std::string tagText(const QStringList& tags) { return fromQt(tags.join(QLatin1Char(' '))); }

}  // namespace qiaomen
