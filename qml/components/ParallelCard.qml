// SPDX-License-Identifier: Apache-2.0
//
// Two people changed different fields of one record without knowing of each other. Both changes stand: nothing to decide, only to know.
// The names are the roles of ParallelsModel.
import QtQuick
import QtQuick.Layouts
import Qiaomen.Ui

Card {
    id: card

    required property string subject
    required property string kind
    required property string mine
    required property string mineBy
    required property real mineAt
    required property string theirs
    required property string theirsBy
    required property real theirsAt
    /// One of the two is this device; otherwise both are other people's.
    required property bool involvesMe
    required property string gridName
    signal noticed

    spacing: Theme.spaceM

    component Side: ColumnLayout {
        id: side

        required property string who
        required property string what
        required property real at

        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.alignment: Qt.AlignTop
        spacing: 2

        RowLayout {
            spacing: Theme.spaceS

            AppText {
                Layout.fillWidth: true
                text: side.who
                font: Theme.labelSmall
            }

            AppText {
                text: Words.moment(side.at)
                font: Theme.caption
                muted: true
                wrapMode: Text.NoWrap
            }
        }

        AppText {
            Layout.fillWidth: true
            text: side.what
            font: Theme.bodySmall
        }
    }

    RowLayout {
        spacing: Theme.spaceM

        Avatar {
            iconName: "people"
            ink: Theme.infoContainerInk
            color: Theme.infoContainer
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            AppText {
                Layout.fillWidth: true
                text: qsTr("Both changed this record: %1").arg(card.kind)
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

    GridLayout {
        Layout.fillWidth: true
        columns: card.width >= (Theme.elder ? 640 : 480) ? 2 : 1
        columnSpacing: Theme.spaceL
        rowSpacing: Theme.spaceM

        Side {
            who: card.involvesMe ? qsTr("I changed") : qsTr("%1 changed").arg(card.mineBy)
            what: card.mine
            at: card.mineAt
        }

        Side {
            who: qsTr("%1 changed").arg(card.theirsBy)
            what: card.theirs
            at: card.theirsAt
        }
    }

    TextAction {
        Layout.alignment: Qt.AlignRight
        Layout.rightMargin: -Theme.spaceS
        Layout.bottomMargin: -Theme.spaceS
        iconName: "check"
        text: qsTr("Noticed")
        onClicked: card.noticed()
    }
}
