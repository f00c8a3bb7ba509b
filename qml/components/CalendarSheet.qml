// SPDX-License-Identifier: Apache-2.0
//
// A month to pick a day from.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

Sheet {
    id: sheet

    property real day: 0
    readonly property date chosen: new Date(day > 0 ? day : Words.now())
    property int month: chosen.getMonth()
    property int year: chosen.getFullYear()
    /// The days of this month that are off, or worked although they are on a weekend, and whether the month is certain.
    readonly property bool hasOff: marks(WorkCalendar.Off)
    readonly property bool hasWorked: marks(WorkCalendar.Worked)
    readonly property bool provisional: calendar.isProvisional(new Date(year, month, 28).getTime())
    signal picked(real day)

    // Seven days beside each other leave no room for more on a phone.
    padding: compact ? Theme.spaceM : Theme.spaceXl

    function marks(kind: int): bool {
        for (let day = 1; day <= new Date(year, month + 1, 0).getDate(); ++day) {
            if (calendar.mark(new Date(year, month, day).getTime()) === kind)
                return true
        }
        return false
    }

    WorkCalendar {
        id: calendar

        chinese: Words.language !== "en"
    }

    function turn(by: int) {
        const first = new Date(year, month + by, 1)
        month = first.getMonth()
        year = first.getFullYear()
    }

    onAboutToShow: {
        month = chosen.getMonth()
        year = chosen.getFullYear()
    }

    RowLayout {
        Layout.fillWidth: true

        AppText {
            Layout.fillWidth: true
            text: new Date(sheet.year, sheet.month, 1).toLocaleDateString(Words.locale(), qsTr("MMMM yyyy", "date format, a month"))
            font: Theme.titleSmall
        }

        IconAction {
            iconName: "chevron-left"
            text: qsTr("Earlier month")
            onClicked: sheet.turn(-1)
        }

        IconAction {
            iconName: "chevron-right"
            text: qsTr("Later month")
            onClicked: sheet.turn(1)
        }
    }

    Grid {
        id: grid

        readonly property int firstWeekday: Words.locale().firstDayOfWeek % 7
        readonly property int blanks: (new Date(sheet.year, sheet.month, 1).getDay() - firstWeekday + 7) % 7
        readonly property int days: new Date(sheet.year, sheet.month + 1, 0).getDate()
        readonly property real cellWidth: width / 7
        readonly property int weekdayHeight: Theme.elder ? 32 : 24

        Layout.fillWidth: true
        Layout.preferredHeight: 6 * Theme.touch + weekdayHeight
        columns: 7

        Repeater {
            model: 7

            AppText {
                required property int index

                width: grid.cellWidth
                height: grid.weekdayHeight
                text: Words.locale().standaloneDayName((index + grid.firstWeekday) % 7, Locale.NarrowFormat)
                font: Theme.caption
                muted: true
                horizontalAlignment: Text.AlignHCenter
            }
        }

        Repeater {
            model: grid.blanks + grid.days

            DayCell {
                required property int index
                readonly property date date: new Date(sheet.year, sheet.month, index - grid.blanks + 1)

                width: grid.cellWidth
                enabled: index >= grid.blanks
                opacity: enabled ? 1 : 0
                day: date.getTime()
                mark: [ "", qsTr("off", "mark of one character on a holiday"), qsTr("work", "mark of one character on a worked weekend")][calendar.mark(day)]
                markInk: calendar.mark(day) === WorkCalendar.Off ? Theme.error : Theme.mutedInk
                note: calendar.note(day)
                chosen: sheet.day > 0 && date.toDateString() === sheet.chosen.toDateString()
                onClicked: {
                    sheet.picked(day)
                    sheet.close()
                }
            }
        }
    }

    AppText {
        Layout.fillWidth: true
        visible: text !== ""
        text: Words.dotted([sheet.hasOff ? qsTr("“%1”: holiday", "mark, what it means").arg(qsTr("off", "mark of one character on a holiday")) : "",
            sheet.hasWorked ? qsTr("“%1”: worked weekend", "mark, what it means").arg(qsTr("work", "mark of one character on a worked weekend")) : "",
            sheet.provisional ? qsTr("The holiday notice is not out yet: these days are provisional") : ""])
        font: Theme.caption
        muted: true
    }
}
