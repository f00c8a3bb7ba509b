// SPDX-License-Identifier: Apache-2.0
//
// One day of a month.
import QtQuick
import QtQuick.Templates as T
import Qiaomen.Ui

T.AbstractButton {
    id: cell

    /// Local midnight, milliseconds.
    required property real day
    property bool chosen: false
    /// Seven share the width of the window: on the narrowest phone a day is 48 wide even in elder mode.
    readonly property bool ofSeven: true
    /// A word of one or two characters in the corner: off, or worked.
    property string mark
    property color markInk: Theme.error
    /// What a screen reader says about it.
    property string note
    readonly property bool today: Words.daysSince(day) === 0

    implicitWidth: Theme.touch
    implicitHeight: Theme.touch
    text: new Date(day).getDate()
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: Words.joined([Words.fullDay(day), note])

    background: Item {
        Rectangle {
            anchors.centerIn: parent
            width: Math.min(parent.width, parent.height) - 4
            height: width
            radius: width / 2
            color: cell.chosen ? Theme.primary : "transparent"
            border.width: cell.today && !cell.chosen ? 2 : 0
            border.color: Theme.primary

            StateLayer {
                radius: parent.radius
                hovered: cell.hovered
                pressed: cell.down
                focused: cell.visualFocus
            }
        }

        AppText {
            anchors.right: parent.right
            anchors.rightMargin: Theme.spaceXs
            visible: cell.mark !== ""
            text: cell.mark
            font: Theme.mark
            color: cell.markInk
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }

    contentItem: AppText {
        text: cell.text
        font: cell.chosen || cell.today ? Theme.label : Theme.bodySmall
        color: cell.chosen ? Theme.primaryInk : cell.today ? Theme.primary : Theme.surfaceInk
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
}
