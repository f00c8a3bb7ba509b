// SPDX-License-Identifier: Apache-2.0
//
// Residents and households that may be in the grid twice. Side by side, one is made of two; or they are two, and nobody asks again.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

AppPage {
    id: page

    required property DuplicatesModel duplicates

    title: qsTr("Perhaps the same")
    subtitle: duplicates.count > 0 ? qsTr("%n pair(s) to check", "", duplicates.count) : ""
    scrolled: list.scrolled
    canGoBack: true

    Connections {
        target: page.duplicates

        function onFailed(problem: string) {
            failure.text = problem
        }
    }

    ReadableList {
        id: list

        anchors.fill: parent
        model: page.duplicates
        spacing: Theme.spaceM

        head: [
            EmptyHint {
                Layout.fillWidth: true
                Layout.topMargin: Theme.spaceXxl * 2
                visible: page.duplicates.count === 0
                iconName: "people"
                title: qsTr("Nobody is here twice")
                supporting: qsTr("When two phones record the same person or household, the centre notices, and you decide here.")
            }

        ]

        delegate: DuplicateCard {
            required property string pairId

            x: list.inset
            width: list.rowWidth
            choices: page.duplicates.choices
            opened: page.duplicates.opened === pairId
            onOpenAsked: page.duplicates.open(pairId)
            onMergeAsked: page.duplicates.merge()
            onApartAsked: page.duplicates.keepApart(pairId)
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
