// SPDX-License-Identifier: Apache-2.0
//
// The outline of a list that is being read.
import QtQuick
import QtQuick.Layouts
import Qiaomen.Ui

ColumnLayout {
    id: skeleton

    property int rows: 4

    spacing: Theme.spaceXl
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("Loading")

    Repeater {
        model: skeleton.rows

        RowLayout {
            id: line

            required property int index

            spacing: Theme.spaceM
            opacity: 1 - index * 0.18

            Rectangle {
                implicitWidth: Theme.iconL
                implicitHeight: Theme.iconL
                radius: width / 2
                color: Theme.surfaceContainerHigh
            }

            ColumnLayout {
                Layout.fillWidth: true
                spacing: Theme.spaceS

                Rectangle {
                    Layout.preferredWidth: parent.width * (0.45 + 0.1 * (line.index % 3))
                    implicitHeight: 14
                    radius: 7
                    color: Theme.surfaceContainerHigh
                }

                Rectangle {
                    Layout.preferredWidth: parent.width * 0.8
                    implicitHeight: 10
                    radius: 5
                    color: Theme.surfaceContainer
                }
            }
        }
    }

    SequentialAnimation on opacity {
        running: skeleton.visible && !Theme.calmMotion
        loops: Animation.Infinite

        NumberAnimation { to: 0.5; duration: 700; easing.type: Easing.InOutQuad }
        NumberAnimation { to: 1; duration: 700; easing.type: Easing.InOutQuad }
    }
}
