// SPDX-License-Identifier: Apache-2.0
//
// A state in a word, with an icon so that its colour is never alone.
import QtQuick
import Qiaomen.Ui

Rectangle {
    id: chip

    enum Tone { Neutral, Good, Notice, Warning, Problem, Accent }

    required property string text
    property int tone: StatusChip.Neutral
    property string iconName
    readonly property color ink: [Theme.neutralContainerInk, Theme.successContainerInk, Theme.infoContainerInk, Theme.warningContainerInk,
        Theme.errorContainerInk, Theme.accentContainerInk][tone]

    implicitWidth: row.implicitWidth + 2 * Theme.spaceS + 2
    implicitHeight: row.implicitHeight + 4
    radius: Theme.radiusS
    color: [Theme.neutralContainer, Theme.successContainer, Theme.infoContainer, Theme.warningContainer, Theme.errorContainer,
        Theme.accentContainer][tone]
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Row {
        id: row

        anchors.centerIn: parent
        spacing: Theme.spaceXs

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: chip.iconName !== ""
            name: chip.iconName
            size: Theme.iconS - 3
            color: chip.ink
        }

        AppText {
            text: chip.text
            font: Theme.caption
            color: chip.ink
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}
