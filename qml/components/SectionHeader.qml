// SPDX-License-Identifier: Apache-2.0
//
// The heading of a group, with how many there are and one action.
import QtQuick
import QtQuick.Layouts
import Qiaomen.Ui

RowLayout {
    id: header

    required property string title
    property int count: -1
    property string actionText
    signal action

    spacing: Theme.spaceS
    Accessible.role: Accessible.Heading
    Accessible.name: title

    AppText {
        Layout.fillWidth: header.count < 0
        text: header.title
        font: Theme.titleSmall
    }

    AppText {
        Layout.fillWidth: true
        visible: header.count >= 0
        text: header.count
        font: Theme.titleSmall
        muted: true
    }

    TextAction {
        Layout.rightMargin: -Theme.spaceM
        Layout.topMargin: -Theme.spaceS
        Layout.bottomMargin: -Theme.spaceS
        visible: header.actionText !== ""
        text: header.actionText
        onClicked: header.action()
    }
}
