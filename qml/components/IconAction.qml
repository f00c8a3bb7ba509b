// SPDX-License-Identifier: Apache-2.0
//
// A round icon button. `text` is what it does, for screen readers and as the hint under the pointer.
import QtQuick
import QtQuick.Templates as T
import Qiaomen.Ui

T.AbstractButton {
    id: action

    required property string iconName
    property color ink: Theme.mutedInk
    property bool selected: false
    property int badge: 0

    implicitWidth: Theme.touch
    implicitHeight: Theme.touch
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    opacity: enabled ? 1 : 0.4
    Accessible.role: Accessible.Button
    Accessible.name: text

    background: Rectangle {
        radius: width / 2
        color: action.selected ? Theme.secondaryContainer : "transparent"

        StateLayer {
            radius: parent.radius
            hovered: action.hovered
            pressed: action.down
            focused: action.visualFocus
        }
    }

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: action.iconName
            color: action.ink
        }

        Badge {
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.horizontalCenterOffset: Theme.icon / 2
            anchors.verticalCenter: parent.verticalCenter
            anchors.verticalCenterOffset: -Theme.icon / 2
            count: action.badge
        }
    }

    Hint {
        text: action.text
        visible: action.hovered && action.text !== ""
    }
}
