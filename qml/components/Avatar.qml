// SPDX-License-Identifier: Apache-2.0
//
// A person as the first character of the name, or anything else as an icon.
import QtQuick
import Qiaomen.Ui

Rectangle {
    id: avatar

    property string name
    property string iconName
    property int size: Theme.iconL
    property color ink: Theme.secondaryContainerInk

    implicitWidth: size
    implicitHeight: size
    radius: size / 2
    color: Theme.secondaryContainer
    Accessible.ignored: true

    AppText {
        anchors.centerIn: parent
        visible: avatar.iconName === ""
        text: avatar.name.charAt(0)
        font.family: Theme.fontFamily
        font.pixelSize: Math.round(avatar.size * 0.42)
        font.weight: Font.Bold
        color: avatar.ink
        Accessible.ignored: true
    }

    Icon {
        anchors.centerIn: parent
        visible: avatar.iconName !== ""
        name: avatar.iconName
        size: Math.round(avatar.size * 0.55)
        color: avatar.ink
    }
}
