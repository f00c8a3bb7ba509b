// SPDX-License-Identifier: Apache-2.0
//
// Two people wrote the same field without knowing of each other: what it was, what I wrote, what they wrote, and one tap to choose.
// The names are the roles of ConflictsModel. Neither value is lost; the one not chosen stays in the record's history.
import QtQuick
import QtQuick.Layouts
import Qiaomen.Ui

Card {
    id: card

    required property string subject
    required property string field
    required property string before
    required property string mine
    required property string mineBy
    required property real mineAt
    required property string theirs
    required property string theirsBy
    required property real theirsAt
    /// Which of the two the record holds now.
    required property bool mineStands
    /// One of the two was written on this device; otherwise both are other people's.
    required property bool involvesMe
    /// One of the two is a deletion.
    required property bool removal
    required property string gridName
    signal mineChosen
    signal theirsChosen

    spacing: Theme.spaceM

    RowLayout {
        spacing: Theme.spaceM

        Avatar {
            iconName: "conflict"
            ink: Theme.accentContainerInk
            color: Theme.accentContainer
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            AppText {
                Layout.fillWidth: true
                text: card.field
                font: Theme.titleSmall
            }

            AppText {
                Layout.fillWidth: true
                text: Words.dotted([card.subject, card.gridName])
                font: Theme.bodySmall
                muted: true
            }
        }
    }

    KeyValueRow {
        Layout.fillWidth: true
        visible: !card.removal
        label: qsTr("Before")
        value: card.before !== "" ? card.before : qsTr("empty")
    }

    GridLayout {
        Layout.fillWidth: true
        columns: card.width >= (Theme.elder ? 640 : 480) ? 2 : 1
        columnSpacing: Theme.spaceM
        rowSpacing: Theme.spaceS

        VersionTile {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            who: card.involvesMe ? qsTr("I wrote") : qsTr("%1 wrote").arg(card.mineBy)
            value: card.mine
            at: card.mineAt
            stands: card.mineStands
            onClicked: card.mineChosen()
        }

        VersionTile {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            who: qsTr("%1 wrote").arg(card.theirsBy)
            value: card.theirs
            at: card.theirsAt
            stands: !card.mineStands
            onClicked: card.theirsChosen()
        }
    }
}
