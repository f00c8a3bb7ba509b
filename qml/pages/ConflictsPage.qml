// SPDX-License-Identifier: Apache-2.0
//
// What two people wrote without knowing of each other, in two grades apart. To choose: the same field; one tap decides, and both values
// stay in the history. To know: different fields; both stand, and a tap says that it was noticed.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

AppPage {
    id: page

    enum Tab { Choose, Know }

    required property ConflictsModel conflicts
    required property ParallelsModel parallels
    property int tab: conflicts.count === 0 && parallels.count > 0 ? ConflictsPage.Know : ConflictsPage.Choose
    readonly property bool choosing: tab === ConflictsPage.Choose

    title: qsTr("Changed by two people")
    scrolled: list.scrolled
    canGoBack: true

    Connections {
        target: page.conflicts

        function onFailed(problem: string) {
            failure.text = problem
        }
    }

    Connections {
        target: page.parallels

        function onFailed(problem: string) {
            failure.text = problem
        }
    }

    ReadableList {
        id: list

        anchors.fill: parent
        model: page.choosing ? page.conflicts : page.parallels
        delegate: page.choosing ? conflictRow : parallelRow
        spacing: Theme.spaceM

        head: [
            Flow {
                Layout.fillWidth: true
                spacing: Theme.spaceS

                Chip { text: qsTr("To choose"); count: page.conflicts.count; checkable: false; checked: page.choosing; onClicked: page.tab = ConflictsPage.Choose }
                Chip { text: qsTr("To know"); count: page.parallels.count; checkable: false; checked: !page.choosing; onClicked: page.tab = ConflictsPage.Know }
            },
            AppText {
                Layout.fillWidth: true
                visible: page.choosing && page.conflicts.count > 0
                text: qsTr("Two people wrote the same field. Choose what is true; the other value stays in the history.")
                font: Theme.bodySmall
                muted: true
            },
            AppText {
                Layout.fillWidth: true
                visible: !page.choosing && page.parallels.count > 0
                text: qsTr("Two people changed different fields without knowing of each other. Both changes stand; there is nothing to decide.")
                font: Theme.bodySmall
                muted: true
            },
            TextAction {
                Layout.alignment: Qt.AlignRight
                visible: !page.choosing && page.parallels.count > 1
                iconName: "check"
                text: qsTr("All noticed")
                onClicked: page.parallels.dismissAll()
            },
            EmptyHint {
                Layout.fillWidth: true
                Layout.topMargin: Theme.spaceXxl * 2
                visible: page.choosing && page.conflicts.count === 0
                iconName: "check"
                title: qsTr("Nothing to choose")
                supporting: qsTr("When two people write the same field, both values appear here.")
            },
            EmptyHint {
                Layout.fillWidth: true
                Layout.topMargin: Theme.spaceXxl * 2
                visible: !page.choosing && page.parallels.count === 0
                iconName: "check"
                title: qsTr("Nothing to know")
                supporting: qsTr("When two people change different fields of one record, you read here what each of them changed.")
            }

        ]
    }

    Component {
        id: conflictRow

        ConflictCard {
            required property string conflictId

            x: list.inset
            width: list.rowWidth
            onMineChosen: page.conflicts.keepMine(conflictId)
            onTheirsChosen: page.conflicts.keepTheirs(conflictId)
        }
    }

    Component {
        id: parallelRow

        ParallelCard {
            required property string conflictId

            x: list.inset
            width: list.rowWidth
            onNoticed: page.parallels.dismiss(conflictId)
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
