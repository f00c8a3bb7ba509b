// SPDX-License-Identifier: Apache-2.0
//
// What stands where there is nothing yet: why, and what to do about it.
import QtQuick
import QtQuick.Layouts
import Qiaomen.Ui

ColumnLayout {
    id: hint

    required property string title
    property string supporting
    property string iconName: "inbox"
    property string actionText
    property color iconInk: Theme.primary
    property color iconFill: Theme.primaryContainer
    signal action

    spacing: Theme.spaceS

    Avatar {
        Layout.alignment: Qt.AlignHCenter
        Layout.bottomMargin: Theme.spaceS
        iconName: hint.iconName
        size: Theme.elder ? 88 : 72
        ink: hint.iconInk
        color: hint.iconFill
    }

    AppText {
        Layout.fillWidth: true
        text: hint.title
        font: Theme.titleSmall
        horizontalAlignment: Text.AlignHCenter
    }

    AppText {
        Layout.fillWidth: true
        Layout.leftMargin: Math.max(0, (hint.width - 420) / 2)
        Layout.rightMargin: Layout.leftMargin
        visible: hint.supporting !== ""
        text: hint.supporting
        font: Theme.bodySmall
        muted: true
        horizontalAlignment: Text.AlignHCenter
    }

    TonalButton {
        Layout.alignment: Qt.AlignHCenter
        Layout.topMargin: Theme.spaceS
        visible: hint.actionText !== ""
        text: hint.actionText
        onClicked: hint.action()
    }
}
