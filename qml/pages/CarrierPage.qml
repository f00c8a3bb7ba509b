// SPDX-License-Identifier: Apache-2.0
//
// Sync by hand: a stick between this device and the centre. What is on its way, what came back, and files of others to hand in.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

AppPage {
    id: page

    required property CarrierController carrier
    required property SyncController sync
    readonly property bool chosen: carrier.folder !== ""
    readonly property bool ready: chosen && carrier.folderThere && !carrier.busy

    depth: AppPage.Form
    title: qsTr("Sync by hand")
    canGoBack: true
    scrolled: scroller.scrolled

    ScrollColumn {
        id: scroller

        anchors.fill: parent

        Card {
            Layout.fillWidth: true

            AppText {
                Layout.fillWidth: true
                text: page.sync.onlyHereCount > 0 ? qsTr("%n record(s) only on this phone", "", page.sync.onlyHereCount)
                    : qsTr("Nothing waits on this phone")
                font: Theme.titleSmall
            }

            AppText {
                Layout.fillWidth: true
                visible: page.sync.onlyHereCount > 0
                text: qsTr("Since %1. Where there is no network, a stick takes them to the centre.").arg(Words.moment(page.sync.oldestUnsentAt))
                font: Theme.bodySmall
                muted: true
            }

            AppText {
                Layout.fillWidth: true
                visible: page.sync.onlyHereCount === 0
                text: qsTr("A stick still brings what others wrote, where there is no network.")
                font: Theme.bodySmall
                muted: true
            }
        }

        ListRow {
            Layout.fillWidth: true
            raised: true
            opens: true
            enabled: !page.carrier.busy
            iconName: "stick"
            title: page.chosen ? page.carrier.folderName : qsTr("Choose a stick or a folder")
            supporting: page.chosen ? page.carrier.folder : qsTr("Files on it are sealed: whoever finds it reads nothing.")
            overline: page.chosen ? qsTr("Stick or folder") : ""
            onClicked: chooser.open()
        }

        Notice {
            Layout.fillWidth: true
            visible: page.carrier.problem !== ""
            text: page.carrier.problem
            tone: StatusChip.Problem
            iconName: "alert"
            actionText: page.chosen && !page.carrier.folderThere ? qsTr("Look again") : ""
            onAction: page.carrier.look()
        }

        Notice {
            Layout.fillWidth: true
            visible: page.carrier.result !== ""
            text: page.carrier.result
            tone: StatusChip.Good
            iconName: "check"
        }

        Card {
            Layout.fillWidth: true
            visible: page.carrier.busy && page.carrier.doing !== ""

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.spaceM

                BusyRing {}

                AppText {
                    Layout.fillWidth: true
                    text: page.carrier.doing
                }
            }

            ProgressLine {
                Layout.fillWidth: true
                visible: page.carrier.progress > 0
                value: page.carrier.progress
            }
        }

        ColumnLayout {
            Layout.fillWidth: true
            visible: page.chosen
            spacing: Theme.spaceM

            PrimaryButton {
                Layout.fillWidth: true
                iconName: "outbox"
                text: page.sync.onlyHereCount > 0 ? qsTr("Write %n record(s) onto it", "", page.sync.onlyHereCount) : qsTr("Write a question onto it")
                enabled: page.ready
                onClicked: page.carrier.write()
            }

            TonalButton {
                Layout.fillWidth: true
                iconName: "inbox"
                text: page.carrier.answers > 0 ? qsTr("Take in %n answer(s)", "", page.carrier.answers) : qsTr("No answer on it yet")
                enabled: page.ready && page.carrier.answers > 0
                onClicked: page.carrier.takeIn()
            }

            OutlineButton {
                Layout.fillWidth: true
                visible: page.carrier.questions > 0
                iconName: "server"
                text: qsTr("Hand in %n question(s) of others", "", page.carrier.questions)
                enabled: page.ready && page.sync.networkOn
                onClicked: page.carrier.carry()
            }

            AppText {
                Layout.fillWidth: true
                visible: page.carrier.questions > 0
                text: page.sync.networkOn ? qsTr("This needs a network. What is in them stays sealed for you.")
                    : qsTr("The network is switched off here: switch it on to hand them in.")
                font: Theme.caption
                muted: true
            }

            TextAction {
                visible: page.carrier.done > 0
                enabled: page.ready
                text: qsTr("Remove %n file(s) that are done with", "", page.carrier.done)
                onClicked: page.carrier.removeDone()
            }
        }

        SectionHeader {
            Layout.fillWidth: true
            visible: page.carrier.trips.count > 0
            title: qsTr("On its way")
            count: page.carrier.trips.count
        }

        Repeater {
            model: page.carrier.trips

            ListRow {
                id: trip

                required property int index
                required property real at
                required property int records

                Layout.fillWidth: true
                raised: true
                iconName: "clock"
                iconInk: Theme.warningContainerInk
                iconFill: Theme.warningContainer
                title: records > 0 ? qsTr("%n record(s), no answer yet", "", records) : qsTr("A question, no answer yet")
                supporting: qsTr("written %1").arg(Words.moment(at))

                TextAction {
                    text: qsTr("Got lost")
                    enabled: !page.carrier.busy
                    Accessible.name: qsTr("This question got lost: %1").arg(trip.title)
                    onClicked: {
                        lostSheet.row = trip.index
                        lostSheet.open()
                    }
                }
            }
        }

        SectionHeader {
            Layout.fillWidth: true
            title: qsTr("How it goes")
        }

        Card {
            Layout.fillWidth: true
            padding: 0
            spacing: 0

            ListRow { Layout.fillWidth: true; avatarName: "1"; title: qsTr("Write the question"); supporting: qsTr("Everything that is unsent goes onto the stick, sealed for the centre."); supportingLines: 3 }
            Divider { inset: 68 }
            ListRow { Layout.fillWidth: true; avatarName: "2"; title: qsTr("Somebody takes it there"); supporting: qsTr("To the centre, or to a colleague whose phone or desk has a network."); supportingLines: 3 }
            Divider { inset: 68 }
            ListRow { Layout.fillWidth: true; avatarName: "3"; title: qsTr("Take the answer in"); supporting: qsTr("Then your records are safe, and you have what others wrote. Photos wait for a network."); supportingLines: 3 }
        }
    }

    FolderDialog {
        id: chooser

        title: qsTr("Which stick or folder")
        onAccepted: page.carrier.choose(selectedFolder)
    }

    ConfirmSheet {
        id: lostSheet

        property int row: -1

        title: qsTr("Did it get lost?")
        supporting: qsTr("It is no longer waited for. Nothing of yours is lost: the next question brings everything again.")
        acceptText: qsTr("It got lost")
        onAccepted: page.carrier.forget(row)
    }
}
