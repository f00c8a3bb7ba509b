// SPDX-License-Identifier: Apache-2.0
//
// Enter presses what has the focus, as Space does. Keys that nobody else wanted are forwarded to it: `Keys.forwardTo: [enter]`.
import QtQuick
import QtQuick.Templates as T
import QtQuick.Window

Item {
    id: enter

    function press(event: KeyEvent) {
        const button = Window.activeFocusItem as T.AbstractButton
        event.accepted = button !== null && button.enabled
        if (event.accepted)
            button.click()
    }

    Keys.onReturnPressed: event => press(event)
    Keys.onEnterPressed: event => press(event)
}
