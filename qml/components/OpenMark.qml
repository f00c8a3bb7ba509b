// SPDX-License-Identifier: Apache-2.0
//
// An icon with a few words, for what is open somewhere.
import QtQuick
import Qiaomen.Ui

Row {
    id: mark

    required property string iconName
    required property string text
    property color ink: Theme.primaryContainerInk

    spacing: Theme.spaceXs + 2

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        name: mark.iconName
        size: Theme.iconS
        color: mark.ink
    }

    AppText {
        text: mark.text
        font: Theme.bodySmall
        color: mark.ink
        wrapMode: Text.NoWrap
    }
}
