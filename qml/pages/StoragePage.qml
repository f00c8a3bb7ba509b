// SPDX-License-Identifier: Apache-2.0
//
// What takes how much room on this device, how much is left, and what may go.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

AppPage {
    id: page

    required property StorageModel storage

    depth: AppPage.Form
    title: qsTr("Storage")
    canGoBack: true
    scrolled: scroller.scrolled

    Connections {
        target: page.storage

        function onRemoved(summary: string) {
            outcome.tone = StatusChip.Good
            outcome.text = summary
        }

        function onFailed(problem: string) {
            outcome.tone = StatusChip.Problem
            outcome.text = problem
        }
    }

    ScrollColumn {
        id: scroller

        anchors.fill: parent

        Notice {
            Layout.fillWidth: true
            visible: page.storage.warning !== ""
            text: page.storage.warning
            tone: page.storage.level === StorageModel.Critical ? StatusChip.Problem : StatusChip.Warning
            iconName: "alert"
        }

        Notice {
            Layout.fillWidth: true
            visible: page.storage.problem !== ""
            text: page.storage.problem
            tone: StatusChip.Problem
            iconName: "alert"
        }

        Notice {
            id: outcome

            Layout.fillWidth: true
            visible: text !== ""
            text: ""
            iconName: tone === StatusChip.Good ? "check" : "alert"
        }

        LoadingHint {
            Layout.alignment: Qt.AlignHCenter
            visible: !page.storage.ready
        }

        Card {
            Layout.fillWidth: true
            visible: page.storage.ready

            AppText {
                Layout.fillWidth: true
                text: qsTr("%1 taken by this app").arg(Words.bytes(page.storage.total))
                font: Theme.titleSmall
            }

            ProgressLine {
                Layout.fillWidth: true
                value: page.storage.disk > 0 ? 1 - page.storage.free / page.storage.disk : 0
                fill: page.storage.level === StorageModel.Plenty ? Theme.primary : page.storage.level === StorageModel.Low ? Theme.warning : Theme.error
            }

            AppText {
                Layout.fillWidth: true
                text: qsTr("%1 of %2 are free on this device").arg(Words.bytes(page.storage.free)).arg(Words.bytes(page.storage.disk))
                font: Theme.bodySmall
                muted: true
            }
        }

        Card {
            Layout.fillWidth: true
            visible: page.storage.ready
            padding: 0
            spacing: 0

            Repeater {
                model: page.storage

                ListRow {
                    id: part

                    required property int index
                    required property int kind
                    required property real bytes
                    required property string note

                    Layout.fillWidth: true
                    iconName: ["people", "search", "draft", "photo", "phone-only", "eye"][kind]
                    supporting: note
                    Accessible.description: Words.bytes(bytes)

                    AppText {
                        text: Words.bytes(part.bytes)
                        font: Theme.label
                        wrapMode: Text.NoWrap
                        Accessible.ignored: true
                    }
                }
            }
        }

        TonalButton {
            Layout.fillWidth: true
            visible: page.storage.ready
            iconName: "trash"
            busy: page.storage.removing
            enabled: page.storage.removable > 0 && !page.storage.removing
            text: page.storage.removable > 0 ? qsTr("Remove %n photo(s) that are at the centre", "", page.storage.removable) : qsTr("No photo may go at the moment")
            onClicked: sheet.open()
        }

        AppText {
            Layout.fillWidth: true
            Layout.topMargin: -Theme.spaceS
            visible: page.storage.ready
            text: qsTr("Records, drafts and whatever is only on this phone never go this way.")
            font: Theme.caption
            muted: true
            horizontalAlignment: Text.AlignHCenter
        }
    }

    ConfirmSheet {
        id: sheet

        title: qsTr("Make %1 of room?").arg(Words.bytes(page.storage.removableBytes))
        supporting: qsTr("The centre has these photos, by its receipts. Small pictures stay; a tap on one fetches the photo when there is a network.")
        acceptText: qsTr("Remove them here")
        onAccepted: page.storage.removeOriginals()
    }
}
