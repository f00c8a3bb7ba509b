// SPDX-License-Identifier: Apache-2.0
//
// Two residents, or two households, that may be one: why it looks so, and what to do. Opened, it lays the two side by side: one tap for
// each field chooses which value stays. The names are the roles of DuplicatesModel.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

Card {
    id: card

    required property string kind
    required property string name
    required property string otherName
    required property string place
    required property string otherPlace
    required property string reason
    required property bool certain
    required property string gridName
    /// Where the fields are chosen; shown while open.
    required property MergeChoices choices
    property bool opened: false
    signal openAsked
    signal mergeAsked
    signal apartAsked

    spacing: Theme.spaceM

    component Choice: ChoiceTile {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1
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
                text: card.name === card.otherName ? card.name : qsTr("%1 and %2").arg(card.name).arg(card.otherName)
                font: Theme.titleSmall
            }

            AppText {
                Layout.fillWidth: true
                text: Words.dotted([card.kind, card.reason, card.gridName])
                font: Theme.bodySmall
                muted: true
            }
        }

        StatusChip {
            visible: card.certain
            text: qsTr("certain")
            tone: StatusChip.Notice
        }
    }

    AppText {
        Layout.fillWidth: true
        text: card.place === card.otherPlace ? card.place : card.place + "\n" + card.otherPlace
        font: Theme.bodySmall
        visible: text !== "\n"
    }

    AppText {
        Layout.fillWidth: true
        visible: card.opened
        text: qsTr("Choose what is true. The record that was made first stays; the other one is not deleted, and leads here.")
        font: Theme.bodySmall
        muted: true
    }

    Repeater {
        model: card.opened ? card.choices : null

        delegate: ColumnLayout {
            id: choice

            required property int index
            required property string field
            required property string one
            required property string other
            required property bool takesOther

            Layout.fillWidth: true
            spacing: Theme.spaceXs

            AppText {
                Layout.fillWidth: true
                text: choice.field
                font: Theme.labelSmall
                muted: true
            }

            GridLayout {
                Layout.fillWidth: true
                columns: card.width >= (Theme.elder ? 560 : 400) ? 2 : 1
                columnSpacing: Theme.spaceS
                rowSpacing: Theme.spaceXs

                Choice {
                    value: choice.one
                    field: choice.field
                    chosen: !choice.takesOther
                    onClicked: card.choices.take(choice.index, false)
                }

                Choice {
                    value: choice.other
                    field: choice.field
                    chosen: choice.takesOther
                    onClicked: card.choices.take(choice.index, true)
                }
            }
        }
    }

    Flow {
        Layout.fillWidth: true
        layoutDirection: Qt.RightToLeft
        spacing: Theme.spaceS

        PrimaryButton {
            text: card.opened ? qsTr("Merge into one") : qsTr("Compare")
            onClicked: card.opened ? card.mergeAsked() : card.openAsked()
        }

        TextAction {
            text: qsTr("Not the same")
            onClicked: card.apartAsked()
        }
    }
}
