// SPDX-License-Identifier: Apache-2.0
//
// Fields that two people wrote without knowing of each other. One tap decides; both values stay in the history.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

AppPage {
    id: page

    required property ConflictsModel conflicts

    title: qsTr("Choose")
    subtitle: qsTr("%n field(s) to choose", "", conflicts.count)
    scrolled: list.scrolled
    canGoBack: true

    Connections {
        target: page.conflicts

        function onFailed(problem: string) {
            failure.text = problem
        }
    }

    ReadableList {
        id: list

        anchors.fill: parent
        model: page.conflicts
        spacing: Theme.spaceM

        head: [
            AppText {
                Layout.fillWidth: true
                Layout.bottomMargin: Theme.spaceM
                visible: page.conflicts.count > 0
                text: qsTr("Two people wrote the same field. Choose what is true; the other value stays in the history.")
                font: Theme.bodySmall
                muted: true
            },
            EmptyHint {
                Layout.fillWidth: true
                Layout.topMargin: Theme.spaceXxl * 2
                visible: page.conflicts.count === 0
                iconName: "check"
                title: qsTr("Nothing to choose")
                supporting: qsTr("When two people write the same field, both values appear here.")
            }

        ]

        delegate: ConflictCard {
            required property string conflictId

            x: list.inset
            width: list.rowWidth
            onMineChosen: page.conflicts.keepMine(conflictId)
            onTheirsChosen: page.conflicts.keepTheirs(conflictId)
        }
    }

    Notice {
        id: failure

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.margin
        visible: text !== ""
        text: ""
        tone: StatusChip.Problem
        iconName: "alert"
    }
}
