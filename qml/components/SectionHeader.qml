// SPDX-License-Identifier: Apache-2.0
//
// The heading of a group, with how many there are and one action. The action may be touched over more height than the heading has.
import QtQuick
import Qiaomen.Ui

Item {
    id: header

    required property string title
    property int count: -1
    property string actionText
    signal action

    implicitWidth: words.implicitWidth + Theme.spaceS + number.implicitWidth
    implicitHeight: words.height
    Accessible.role: Accessible.Heading
    Accessible.name: count >= 0 ? title + " " + count : title

    AppText {
        id: words

        width: Math.min(Math.ceil(implicitWidth), header.width - (number.visible ? number.width + Theme.spaceS : 0) - (more.visible ? more.width : 0))
        text: header.title
        font: Theme.titleSmall
        Accessible.ignored: true
    }

    AppText {
        id: number

        x: words.width + Theme.spaceS
        visible: header.count >= 0
        text: header.count
        font: Theme.titleSmall
        muted: true
        Accessible.ignored: true
    }

    TextAction {
        id: more

        anchors.right: parent.right
        anchors.rightMargin: -Theme.spaceM
        anchors.verticalCenter: parent.verticalCenter
        visible: header.actionText !== ""
        text: header.actionText
        onClicked: header.action()
    }
}
