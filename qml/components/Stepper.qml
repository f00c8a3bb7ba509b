// SPDX-License-Identifier: Apache-2.0
//
// A small whole number with a button on each side.
import QtQuick
import QtQuick.Layouts
import Qiaomen.Ui

FieldFrame {
    id: field

    property int value: 0
    property int from: 0
    property int to: 99
    signal stepped(int value)

    function step(by: int) {
        value = Math.min(to, Math.max(from, value + by))
        stepped(value)
    }

    FieldBox {
        implicitWidth: 3 * Theme.touch + Theme.spaceL
        implicitHeight: Theme.touch + Theme.spaceXs
        Accessible.role: Accessible.SpinBox
        Accessible.name: field.label + " " + field.value

        RowLayout {
            anchors.fill: parent
            spacing: 0

            IconAction {
                enabled: field.value > field.from
                iconName: "minus"
                text: qsTr("Less")
                onClicked: field.step(-1)
            }

            AppText {
                Layout.fillWidth: true
                text: field.value
                font: Theme.titleSmall
                horizontalAlignment: Text.AlignHCenter
            }

            IconAction {
                enabled: field.value < field.to
                iconName: "plus"
                text: qsTr("More", "one more of a number")
                onClicked: field.step(1)
            }
        }
    }
}
