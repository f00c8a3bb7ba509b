// SPDX-License-Identifier: Apache-2.0
//
// The box in which something is typed or picked.
import QtQuick
import Qiaomen.Ui

Rectangle {
    property bool focused: false
    property bool faulty: false

    radius: Theme.radiusM
    color: enabled ? Theme.surfaceContainerLow : Theme.surfaceContainer
    border.width: focused || faulty ? 2 : Theme.hairline
    border.color: faulty ? Theme.error : focused ? Theme.primary : Theme.outline

    Behavior on border.color {
        ColorAnimation { duration: Theme.motionFast }
    }
}
