// SPDX-License-Identifier: Apache-2.0
//
// Something recorded that is not among the grid's records yet: what stands now, what its author wrote, and the two ways to decide. The
// names are the roles of LateModel.
import QtQuick
import QtQuick.Layouts
import Qiaomen.Ui

Card {
    id: card

    required property string what
    required property string household
    required property string by
    required property real at
    required property string why
    required property string before
    required property string values
    required property bool isDraft
    required property string gridName
    signal takeInAsked
    signal putAsideAsked

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.spaceM

        Avatar {
            Layout.alignment: Qt.AlignTop
            iconName: card.isDraft ? "draft" : "clock"
            ink: Theme.warningContainerInk
            color: Theme.warningContainer
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
                text: Words.dotted([card.household, card.gridName])
                visible: text !== ""
                font: Theme.bodySmall
                muted: true
            }
        }
    }

    Notice {
        Layout.fillWidth: true
        text: card.why
        tone: StatusChip.Warning
        iconName: "info"
    }

    ColumnLayout {
        Layout.fillWidth: true
        visible: card.before !== ""
        spacing: 0

        AppText {
            Layout.fillWidth: true
            text: qsTr("Stands now")
            font: Theme.labelSmall
            muted: true
        }

        AppText {
            Layout.fillWidth: true
            text: card.before
            font: Theme.bodySmall
        }
    }

    ColumnLayout {
        Layout.fillWidth: true
        spacing: 0

        AppText {
            Layout.fillWidth: true
            text: Words.dotted([qsTr("%1 wrote").arg(card.by), Words.moment(card.at)])
            font: Theme.labelSmall
            muted: true
        }

        AppText {
            Layout.fillWidth: true
            text: card.values
            font: Theme.bodySmall
        }
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.spaceS

        TonalButton {
            Layout.fillWidth: true
            visible: !card.isDraft
            text: qsTr("Take in")
            onClicked: card.takeInAsked()
        }

        TextAction {
            Layout.fillWidth: card.isDraft
            text: qsTr("Put aside")
            onClicked: card.putAsideAsked()
        }
    }
}
