// SPDX-License-Identifier: Apache-2.0
//
// How far something has come, 0 to 1. Says it in words to a screen reader.
import QtQuick
import Qiaomen.Ui

Rectangle {
    id: line

    property real value: 0
    property color fill: Theme.primary

    implicitWidth: 160
    implicitHeight: Theme.elder ? 10 : 8
    radius: height / 2
    color: Theme.surfaceContainerHigh
    Accessible.role: Accessible.ProgressBar
    Accessible.name: qsTr("%1 percent").arg(Math.round(line.value * 100))

    Rectangle {
        width: line.value > 0 ? Math.max(parent.height, parent.width * Math.min(1, line.value)) : 0
        height: parent.height
        radius: parent.radius
        color: line.fill

        Behavior on width {
            NumberAnimation { duration: Theme.motion; easing.type: Easing.OutCubic }
        }
    }
}
