// SPDX-License-Identifier: Apache-2.0
//
// What whoever helps asks about this device, a thorough look at its data, and a report to hand on.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

AppPage {
    id: page

    required property Diagnostics diagnostics
    required property SyncController sync

    depth: AppPage.Form
    title: qsTr("Diagnostics")
    canGoBack: true
    scrolled: scroller.scrolled

    Connections {
        target: page.diagnostics

        function onFailed(problem: string) {
            failure.text = problem
        }

        function onSaved() {
            failure.text = ""
        }
    }

    ScrollColumn {
        id: scroller

        anchors.fill: parent

        Notice {
            Layout.fillWidth: true
            text: page.diagnostics.faults !== "" ? page.diagnostics.faults : qsTr("No faults are known.")
            tone: page.diagnostics.faults !== "" ? StatusChip.Problem : StatusChip.Good
            iconName: page.diagnostics.faults !== "" ? "alert" : "check"
        }

        Card {
            Layout.fillWidth: true
            spacing: Theme.spaceM

            Repeater {
                model: page.diagnostics

                FactRow {}
            }

            FactRow {
                label: qsTr("Last receipt")
                value: Words.moment(page.sync.lastSuccessAt)
            }
        }

        Card {
            Layout.fillWidth: true

            AppText {
                Layout.fillWidth: true
                text: qsTr("Are all data whole?")
                font: Theme.titleSmall
            }

            AppText {
                Layout.fillWidth: true
                visible: page.diagnostics.checked !== ""
                text: page.diagnostics.checked
                color: page.diagnostics.sound ? Theme.surfaceInk : Theme.error
            }

            AppText {
                Layout.fillWidth: true
                visible: page.diagnostics.checked === ""
                text: qsTr("Looks at every page and every record. You can go on working meanwhile.")
                font: Theme.bodySmall
                muted: true
            }

            TonalButton {
                Layout.fillWidth: true
                iconName: "shield-check"
                busy: page.diagnostics.checking
                enabled: !page.diagnostics.checking
                text: page.diagnostics.checking ? qsTr("Looking…") : qsTr("Look through everything")
                onClicked: page.diagnostics.check()
            }
        }

        Card {
            Layout.fillWidth: true

            AppText {
                Layout.fillWidth: true
                text: qsTr("Report for whoever helps")
                font: Theme.titleSmall
            }

            AppText {
                Layout.fillWidth: true
                text: qsTr("Versions, numbers and times as a text file. No names, numbers or addresses of people are in it.")
                font: Theme.bodySmall
                muted: true
            }

            Notice {
                id: failure

                Layout.fillWidth: true
                visible: text !== ""
                text: ""
                tone: StatusChip.Problem
                iconName: "alert"
            }

            AppText {
                Layout.fillWidth: true
                visible: page.diagnostics.savedFile !== ""
                text: qsTr("Saved: %1").arg(page.diagnostics.savedFile)
                font: Theme.caption
                muted: true
            }

            TonalButton {
                Layout.fillWidth: true
                iconName: "note"
                text: qsTr("Save the report")
                onClicked: chooser.open()
            }

            OutlineButton {
                Layout.fillWidth: true
                visible: page.diagnostics.savedFile !== ""
                text: qsTr("Open")
                onClicked: page.diagnostics.open()
            }
        }
    }

    FolderDialog {
        id: chooser

        title: qsTr("Where the report is saved")
        onAccepted: page.diagnostics.save(selectedFolder)
    }
}
