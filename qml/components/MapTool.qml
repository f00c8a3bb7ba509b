// SPDX-License-Identifier: Apache-2.0
//
// A button that floats over the sketch map.
import QtQuick
import Qiaomen.Ui

IconAction {
    id: tool

    background: Rectangle {
        radius: Theme.radiusM
        color: Theme.surfaceContainerHigh
        border.width: Theme.hairline
        border.color: Theme.outlineVariant

        StateLayer {
            radius: parent.radius
            hovered: tool.hovered
            pressed: tool.down
            focused: tool.visualFocus
        }
    }
}
