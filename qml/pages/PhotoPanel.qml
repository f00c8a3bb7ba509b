// SPDX-License-Identifier: Apache-2.0
//
// A photo, and below it what is known of it: its stage, what it shows, who added it and when, and whether it is safe and wholly here.
import QtQuick
import QtQuick.Layouts
import Qiaomen.Ui

Item {
    id: panel

    required property ShownPhoto photo
    readonly property bool here: photo !== null && photo.image !== ""
    signal fetchAsked(int row)

    PhotoPane {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: facts.top
        anchors.bottomMargin: Theme.spaceS
        thumbnail: panel.photo?.thumbnail ?? ""
        image: panel.photo?.image ?? ""
        words: Words.joined([panel.photo?.stageWord ?? "", panel.photo?.caption ?? ""])
    }

    ColumnLayout {
        id: facts

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        spacing: Theme.spaceXs

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.spaceS

            StatusChip {
                text: panel.photo?.stageWord ?? ""
                tone: panel.photo?.stage === "after" ? StatusChip.Good : StatusChip.Warning
                iconName: panel.photo?.stage === "after" ? "check" : "hazard"
            }

            StatusChip {
                visible: panel.here && panel.photo !== null && !panel.photo.safe
                text: qsTr("Only on this phone")
                tone: StatusChip.Warning
                iconName: "phone-only"
            }

            Item {
                Layout.fillWidth: true
            }
        }

        AppText {
            Layout.fillWidth: true
            visible: text !== ""
            text: panel.photo?.caption ?? ""
            maximumLineCount: 3
        }

        AppText {
            Layout.fillWidth: true
            text: panel.photo ? Words.dotted([panel.photo.by, Words.moment(panel.photo.at)]) : ""
            font: Theme.bodySmall
            muted: true
        }

        Notice {
            Layout.fillWidth: true
            visible: panel.photo !== null && !panel.here && !panel.photo.fetching
            text: panel.photo?.absent ? qsTr("The centre does not have the original yet. It comes from the phone that took it.")
                : qsTr("The original is not on this phone yet (%1 KB).").arg(Math.ceil((panel.photo?.size ?? 0) / 1024))
            iconName: "photo"
            actionText: panel.photo?.absent ? qsTr("Look again") : qsTr("Fetch it now")
            onAction: panel.fetchAsked(panel.photo.index)
        }

        AppText {
            Layout.fillWidth: true
            visible: panel.photo !== null && panel.photo.fetching
            text: qsTr("The original is on its way…")
            font: Theme.bodySmall
            muted: true
        }

        ProgressLine {
            Layout.fillWidth: true
            visible: panel.photo !== null && panel.photo.fetching
            value: panel.photo?.arrived ?? 0
        }
    }
}
