// SPDX-License-Identifier: Apache-2.0
//
// Everything of the grid as a workbook, into a folder; and who took out what before.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

AppPage {
    id: page

    required property TakeOut takeOut
    property string gridName

    depth: AppPage.Form
    title: qsTr("Take out records")
    subtitle: gridName
    canGoBack: true
    scrolled: scroller.scrolled
    footHeight: footer.height

    function periodWords(from: real, until: real): string {
        return from > 0 ? qsTr("%1 to %2").arg(Words.day(from)).arg(Words.day(until)) : qsTr("Everything")
    }

    Connections {
        target: page.takeOut

        function onFailed(problem: string) {
            if (page.takeOut.problem === "")
                notThere.text = problem  // no program opens it: the workbook is there all the same
        }
    }

    ScrollColumn {
        id: scroller

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: footer.top

        AppText {
            Layout.fillWidth: true
            text: qsTr("A workbook that any office program opens: households with their dwellings, residents, visits, needs, hazards, orders, moves and all else, a sheet for each.")
        }

        Card {
            Layout.fillWidth: true
            spacing: Theme.spaceS

            FactLine { iconName: "lock"; text: qsTr("Identity and telephone numbers are masked, as on the screen.") }
            FactLine { iconName: "eye"; text: qsTr("That you took it out is recorded; everyone who holds this grid sees it.") }
            FactLine { iconName: "photo"; text: qsTr("Photos stay here.") }
        }

        ChoiceGroup {
            Layout.fillWidth: true
            label: qsTr("What happened")
            columns: 2
            enabled: !page.takeOut.running
            current: String(page.takeOut.period)
            choices: [
                Choice { code: String(TakeOut.Everything); label: qsTr("Everything") },
                Choice { code: String(TakeOut.ThisYear); label: qsTr("This year") },
                Choice { code: String(TakeOut.LastMonth); label: qsTr("Last month") },
                Choice { code: String(TakeOut.ThisMonth); label: qsTr("This month") }
            ]
            onChosen: code => page.takeOut.period = Number(code)
        }

        AppText {
            Layout.fillWidth: true
            Layout.topMargin: -Theme.spaceS
            visible: page.takeOut.fromDay > 0
            text: qsTr("%1. Households, residents and the like are always complete.").arg(page.periodWords(page.takeOut.fromDay, page.takeOut.untilDay))
            font: Theme.bodySmall
            muted: true
        }

        SectionHeader {
            Layout.fillWidth: true
            title: qsTr("Taken out before")
            count: page.takeOut.past.count > 0 ? page.takeOut.past.count : -1
        }

        AppText {
            Layout.fillWidth: true
            Layout.topMargin: -Theme.spaceS
            visible: page.takeOut.past.count === 0
            text: qsTr("Nobody has taken records of this grid out yet.")
            font: Theme.bodySmall
            muted: true
        }

        Card {
            Layout.fillWidth: true
            visible: page.takeOut.past.count > 0
            padding: 0
            spacing: 0

            Repeater {
                model: page.takeOut.past

                ListRow {
                    id: row

                    required property real at
                    required property string worker
                    required property int rows
                    required property real fromDay
                    required property real untilDay

                    Layout.fillWidth: true
                    iconName: "outbox"
                    title: row.worker
                    supporting: Words.dotted([Words.moment(row.at), page.periodWords(row.fromDay, row.untilDay), qsTr("%n row(s)", "", row.rows)])
                }
            }
        }
    }

    StickyFooter {
        id: footer

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom

        Notice {
            Layout.fillWidth: true
            visible: page.takeOut.problem !== ""
            text: page.takeOut.problem
            tone: StatusChip.Problem
            iconName: "alert"
        }

        Notice {
            id: notThere

            Layout.fillWidth: true
            visible: text !== ""
            text: ""
            tone: StatusChip.Warning
        }

        Notice {
            Layout.fillWidth: true
            visible: page.takeOut.savedFile !== ""
            title: qsTr("Saved: %1").arg(page.takeOut.summary)
            text: page.takeOut.savedFile
            tone: StatusChip.Good
            iconName: "check"
        }

        ColumnLayout {
            Layout.fillWidth: true
            visible: page.takeOut.running
            spacing: Theme.spaceXs

            AppText {
                Layout.fillWidth: true
                text: qsTr("Writing the workbook: %1 %").arg(Math.round(page.takeOut.progress * 100))
                font: Theme.bodySmall
            }

            ProgressLine {
                Layout.fillWidth: true
                value: page.takeOut.progress
            }
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.spaceS

            OutlineButton {
                Layout.fillWidth: true
                visible: page.takeOut.running
                text: qsTr("Cancel")
                onClicked: page.takeOut.cancel()
            }

            OutlineButton {
                Layout.fillWidth: true
                visible: page.takeOut.savedFile !== ""
                text: qsTr("Show folder")
                onClicked: page.takeOut.openFolder()
            }

            PrimaryButton {
                Layout.fillWidth: true
                visible: page.takeOut.savedFile !== ""
                iconName: "eye"
                text: qsTr("Open")
                onClicked: page.takeOut.open()
            }

            PrimaryButton {
                Layout.fillWidth: true
                visible: !page.takeOut.running && page.takeOut.savedFile === ""
                iconName: "outbox"
                text: qsTr("Save as a workbook")
                onClicked: {
                    notThere.text = ""
                    chooser.open()
                }
            }
        }

        TextAction {
            Layout.alignment: Qt.AlignHCenter
            visible: page.takeOut.savedFile !== ""
            text: qsTr("Save another one")
            onClicked: chooser.open()
        }
    }

    FolderDialog {
        id: chooser

        title: qsTr("Where the workbook is saved")
        onAccepted: page.takeOut.start(selectedFolder)
    }
}
