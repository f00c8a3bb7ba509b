// SPDX-License-Identifier: Apache-2.0
//
// One thing to know, with its icon, among others.
import QtQuick
import QtQuick.Layouts
import Qiaomen.Ui

RowLayout {
    id: line

    required property string text
    required property string iconName

    Layout.fillWidth: true
    spacing: Theme.spaceM

    Icon {
        Layout.alignment: Qt.AlignTop
        name: line.iconName
        size: Theme.iconS + 2
    }

    AppText {
        Layout.fillWidth: true
        text: line.text
        font: Theme.bodySmall
    }
}
