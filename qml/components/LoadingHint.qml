// SPDX-License-Identifier: Apache-2.0
//
// The outline of a list that is being read.
pragma ComponentBehavior: Bound

import QtQuick
import Qiaomen.Ui

Item {
    id: skeleton

    property int rows: 4

    implicitHeight: outline.implicitHeight
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("Loading")

    component Bar: Rectangle {
        radius: height / 2
        color: Theme.surfaceContainerHigh
    }

    Column {
        id: outline

        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.spaceXl

        Repeater {
            model: skeleton.rows

            Item {
                id: line

                required property int index
                readonly property real wordsWidth: width - words.x

                width: outline.width
                height: Theme.iconL
                opacity: 1 - index * 0.18

                Bar {
                    width: Theme.iconL
                    height: Theme.iconL
                }

                Column {
                    id: words

                    x: Theme.iconL + Theme.spaceM
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: Theme.spaceS

                    Bar {
                        width: line.wordsWidth * (0.45 + 0.1 * (line.index % 3))
                        height: 14
                    }

                    Bar {
                        width: line.wordsWidth * 0.8
                        height: 10
                    }
                }
            }
        }
    }

    SequentialAnimation on opacity {
        running: skeleton.visible && !Theme.calmMotion && Application.state === Qt.ApplicationActive
        loops: Animation.Infinite

        NumberAnimation { to: 0.5; duration: 700; easing.type: Easing.InOutQuad }
        NumberAnimation { to: 1; duration: 700; easing.type: Easing.InOutQuad }
    }
}
