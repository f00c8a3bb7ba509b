// SPDX-License-Identifier: Apache-2.0
//
// What there is to try in the practice room, and how far one has come.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

AppPage {
    id: page

    required property PracticeTasks tasks
    readonly property bool allDone: tasks.count > 0 && tasks.doneCount === tasks.count
    signal resetAsked
    signal leaveAsked

    title: qsTr("Practice")
    scrolled: scroller.scrolled

    ScrollColumn {
        id: scroller

        anchors.fill: parent

        Card {
            Layout.fillWidth: true

            AppText {
                Layout.fillWidth: true
                text: page.allDone ? qsTr("All tried. You know the way.") : qsTr("%1 of %2 tried").arg(page.tasks.doneCount).arg(page.tasks.count)
                font: Theme.titleSmall
            }

            ProgressLine {
                Layout.fillWidth: true
                value: page.tasks.count > 0 ? page.tasks.doneCount / page.tasks.count : 0
            }

            AppText {
                Layout.fillWidth: true
                text: qsTr("Everything works as with a real grid. The ticks come by themselves, in any order; try whatever else you like.")
                font: Theme.bodySmall
                muted: true
            }
        }

        Card {
            Layout.fillWidth: true
            padding: 0
            spacing: 0

            Repeater {
                model: page.tasks

                TaskRow {
                    Layout.fillWidth: true
                }
            }
        }

        TonalButton {
            Layout.fillWidth: true
            iconName: "undo"
            text: qsTr("Begin anew")
            onClicked: page.resetAsked()
        }

        AppText {
            Layout.fillWidth: true
            Layout.topMargin: -Theme.spaceS
            text: qsTr("Everything you did in practice goes, and the invented grid is as at first.")
            font: Theme.caption
            muted: true
            horizontalAlignment: Text.AlignHCenter
        }

        OutlineButton {
            Layout.fillWidth: true
            text: qsTr("Leave practice")
            onClicked: page.leaveAsked()
        }
    }
}
