// SPDX-License-Identifier: Apache-2.0
//
// The card in which a need or a hazard is written down: what it is, its fields, and a way to take it back.
import QtQuick
import QtQuick.Layouts
import Qiaomen.Ui

Card {
    id: card

    required property string title
    required property string iconName
    property color iconInk: Theme.infoContainerInk
    property color iconFill: Theme.infoContainer
    default property alias fields: column.data
    signal removeAsked

    RowLayout {
        spacing: Theme.spaceM

        Avatar {
            iconName: card.iconName
            size: Theme.elder ? 44 : 36
            ink: card.iconInk
            color: card.iconFill
        }

        AppText {
            Layout.fillWidth: true
            text: card.title
            font: Theme.titleSmall
        }

        IconAction {
            Layout.margins: -Theme.spaceS
            iconName: "trash"
            text: qsTr("Take it back")
            onClicked: card.removeAsked()
        }
    }

    ColumnLayout {
        id: column

        Layout.fillWidth: true
        spacing: Theme.spaceL
    }
}
