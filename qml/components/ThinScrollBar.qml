// SPDX-License-Identifier: Apache-2.0
//
// Shows where one is in a long list; can be dragged with a mouse.
import QtQuick
import QtQuick.Templates as T
import Qiaomen.Ui

T.ScrollBar {
    id: bar

    implicitWidth: 10
    padding: 2
    minimumSize: 0.08
    visible: bar.size < 1
    Accessible.ignored: true

    contentItem: Rectangle {
        implicitWidth: 6
        radius: 3
        color: Theme.faded(Theme.mutedInk, bar.pressed ? 0.7 : bar.active ? 0.45 : 0.18)
    }
}
