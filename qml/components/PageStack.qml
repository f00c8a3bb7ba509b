// SPDX-License-Identifier: Apache-2.0
//
// Pages above each other. The one on top has the keyboard, so that Escape goes back and Tab begins on it.
import QtQuick
import QtQuick.Templates as T
import Qiaomen.Ui

T.StackView {
    id: stack

    function giveFocus() {
        if (visible && currentItem)
            currentItem.forceActiveFocus()
    }

    onCurrentItemChanged: giveFocus()
    onVisibleChanged: giveFocus()

    pushEnter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.motion }
    }

    pushExit: Transition {
        NumberAnimation { property: "opacity"; from: 1; to: 0; duration: Theme.motionFast }
    }

    popEnter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.motion }
    }

    popExit: Transition {
        NumberAnimation { property: "opacity"; from: 1; to: 0; duration: Theme.motionFast }
    }
}
