// SPDX-License-Identifier: Apache-2.0
//
// A day with its label: near days as chips, any day from a calendar. Days are milliseconds (local midnight); 0 is "no day".
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Qiaomen
import Qiaomen.Ui

FieldFrame {
    id: field

    property real day: 0
    property bool clearable: true
    /// A day that is agreed or set as a limit: it says whether people work then.
    property bool planned: false
    signal picked(real day)

    T.AbstractButton {
        id: box

        Layout.fillWidth: true
        implicitHeight: Theme.touch + Theme.spaceXs
        hoverEnabled: true
        focusPolicy: Qt.StrongFocus
        opacity: enabled ? 1 : 0.45
        text: field.day > 0 ? Words.fullDay(field.day) : qsTr("No date yet")
        onClicked: calendar.open()
        Accessible.role: Accessible.Button
        Accessible.name: field.label + ": " + text

        background: FieldBox {
            focused: calendar.opened
            faulty: field.problem !== ""

            StateLayer {
                radius: parent.radius
                hovered: box.hovered
                pressed: box.down
                focused: box.visualFocus
            }
        }

        contentItem: RowLayout {
            spacing: Theme.spaceM

            Icon {
                Layout.leftMargin: Theme.spaceM
                name: "calendar"
                size: Theme.iconS + 4
            }

            AppText {
                Layout.fillWidth: true
                text: box.text
                muted: field.day <= 0
                maximumLineCount: 2
                Accessible.ignored: true
            }

            IconAction {
                visible: field.clearable && field.day > 0
                iconName: "close"
                text: qsTr("Clear")
                onClicked: field.picked(0)
            }
        }
    }

    AppText {
        Layout.fillWidth: true
        visible: field.planned && text !== ""
        text: field.planned ? working.note(field.day) : ""
        font: Theme.caption
        muted: true
    }

    WorkCalendar {
        id: working

        chinese: Words.language !== "en"
    }

    CalendarSheet {
        id: calendar

        title: field.label
        day: field.day
        onPicked: at => field.picked(at)
    }
}
