// SPDX-License-Identifier: Apache-2.0
//
// A soft shadow under a rounded surface that floats: rectangles laid over each other, cheap on every phone.
pragma ComponentBehavior: Bound

import QtQuick
import Qiaomen.Ui

Item {
    id: shadow

    property real radius: Theme.radiusL
    property int depth: 6

    anchors.fill: parent
    z: -1

    Repeater {
        model: shadow.depth

        Rectangle {
            required property int index

            anchors.fill: parent
            anchors.margins: -index - 1
            anchors.topMargin: -index * 0.4
            anchors.bottomMargin: -index * 1.5 - 1
            radius: shadow.radius + index + 1
            color: Theme.faded(Theme.shadow, Theme.dark ? 0.07 : 0.022)
        }
    }
}
