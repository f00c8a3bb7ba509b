// SPDX-License-Identifier: Apache-2.0
//
// A small number on an icon; gone at zero.
import QtQuick
import Qiaomen.Ui

Rectangle {
    id: badge

    property int count: 0

    visible: count > 0
    implicitHeight: Theme.elder ? 24 : 18
    implicitWidth: Math.max(implicitHeight, words.implicitWidth + 10)
    radius: height / 2
    color: Theme.accent

    AppText {
        id: words

        anchors.centerIn: parent
        text: badge.count > 99 ? "99+" : badge.count
        font.family: Theme.fontFamily
        font.pixelSize: Theme.elder ? 15 : 12
        font.weight: Font.Bold
        color: Theme.accentInk
        wrapMode: Text.NoWrap
    }
}
