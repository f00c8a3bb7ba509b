// SPDX-License-Identifier: Apache-2.0
//
// A change that the centre did not accept: what it was, why not, and what to do. The names are the roles of RescueModel.
import QtQuick
import QtQuick.Layouts
import Qiaomen.Ui

Card {
    id: card

    required property string what
    required property string household
    required property real at
    required property string reason
    required property string values
    required property string gridName
    signal anewAsked
    signal letGoAsked

    RowLayout {
        spacing: Theme.spaceM

        Avatar {
            iconName: "alert"
            ink: Theme.errorContainerInk
            color: Theme.errorContainer
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            AppText {
                Layout.fillWidth: true
                text: card.what
                font: Theme.titleSmall
            }

            AppText {
                Layout.fillWidth: true
                text: Words.dotted([card.household, card.gridName, Words.moment(card.at)])
                font: Theme.bodySmall
                muted: true
            }
        }
    }

    Notice {
        Layout.fillWidth: true
        text: card.reason
        tone: StatusChip.Problem
        iconName: "server"
    }

    AppText {
        Layout.fillWidth: true
        visible: card.values !== ""
        text: card.values
        font: Theme.bodySmall
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.spaceS

        TonalButton {
            Layout.fillWidth: true
            text: qsTr("Save anew")
            onClicked: card.anewAsked()
        }

        TextAction {
            text: qsTr("Let it go")
            destructive: true
            onClicked: card.letGoAsked()
        }
    }
}
