// SPDX-License-Identifier: Apache-2.0
//
// A short message at the foot of the window, with one way back. Goes by itself; longer in elder mode, and never while the pointer rests on it.
import QtQuick
import QtQuick.Layouts
import Qiaomen.Ui

Item {
    id: bar

    property string message
    property string actionText
    property string iconName: "check"
    property bool shown: false
    signal action

    function show(words: string, undoWords: string) {
        message = words
        actionText = undoWords
        shown = true
        timer.restart()
    }

    implicitWidth: Math.min(560, (parent?.width ?? 360) - 2 * Theme.margin)
    implicitHeight: panel.implicitHeight
    visible: opacity > 0
    opacity: shown ? 1 : 0
    Accessible.role: Accessible.AlertMessage
    Accessible.name: message

    Behavior on opacity {
        NumberAnimation { duration: Theme.motion }
    }

    Timer {
        id: timer

        interval: Theme.elder ? 12000 : 6000
        running: bar.shown && !rest.hovered
        onTriggered: bar.shown = false
    }

    HoverHandler {
        id: rest
    }

    SoftShadow {
        radius: Theme.radiusM
    }

    Rectangle {
        id: panel

        anchors.fill: parent
        implicitHeight: Math.max(Theme.touch + Theme.spaceXs, row.implicitHeight + 2 * Theme.spaceS)
        radius: Theme.radiusM
        color: Theme.inverseSurface

        RowLayout {
            id: row

            anchors.fill: parent
            anchors.leftMargin: Theme.spaceL
            anchors.rightMargin: Theme.spaceXs
            spacing: Theme.spaceM

            Icon {
                name: bar.iconName
                size: Theme.iconS + 2
                color: Theme.inversePrimary
            }

            AppText {
                Layout.fillWidth: true
                text: bar.message
                font: Theme.bodySmall
                color: Theme.inverseSurfaceInk
                Accessible.ignored: true
            }

            TextAction {
                visible: bar.actionText !== ""
                text: bar.actionText
                ink: Theme.inversePrimary
                onClicked: {
                    bar.shown = false
                    bar.action()
                }
            }
        }
    }
}
