// SPDX-License-Identifier: Apache-2.0
//
// The veil over something that can be pressed: faint under the pointer, stronger under the finger, with a ring for the keyboard.
import QtQuick
import Qiaomen.Ui

Rectangle {
    id: layer

    property bool hovered: false
    property bool pressed: false
    property bool focused: false
    property color tint: Theme.surfaceInk

    anchors.fill: parent
    color: Theme.faded(layer.tint, layer.pressed ? 0.12 : layer.hovered ? 0.06 : 0)

    Behavior on color {
        ColorAnimation { duration: Theme.motionFast }
    }

    Rectangle {
        anchors.fill: parent
        anchors.margins: -Theme.focusWidth - 1
        visible: layer.focused
        radius: layer.radius + Theme.focusWidth
        color: "transparent"
        border.width: Theme.focusWidth
        border.color: Theme.accent
    }
}
