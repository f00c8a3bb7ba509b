// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QtQmlIntegration>

#include "shared/domain/working_days.h"

namespace qiaomen {

/// Holidays and worked weekends (shared/domain/working_days.h) in words and marks, for whoever shows or picks a day. It holds nothing:
/// made wherever it is needed. Days are instants of that local day, as everywhere in QML.
class WorkCalendar : public QObject {
    Q_OBJECT
    QML_ELEMENT
    /// The language of its words.
    Q_PROPERTY(bool chinese MEMBER chinese_ NOTIFY changed)
public:
    enum Mark { None, Off, Worked };
    Q_ENUM(Mark)
    using QObject::QObject;

    /// What a calendar shows on the day: a holiday is `Off`, a weekend on which people work `Worked`.
    Q_INVOKABLE int mark(double day) const;
    /// No notice says how this day is.
    Q_INVOKABLE bool isProvisional(double day) const;
    /// What to know before something is agreed for this day; empty for a usual working day.
    Q_INVOKABLE QString note(double day) const;

signals:
    void changed();

private:
    bool chinese_ = true;
};

/// Why a period ends when it does: "Begun Wed 30 Sep; 5 working days; 1 to 7 Oct National Day, Sat 10 Oct worked; due Tue 13 Oct".
/// Says so where that is not certain yet.
QString explain(const WorkingPeriod& period, bool chinese);

}  // namespace qiaomen
