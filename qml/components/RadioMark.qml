// SPDX-License-Identifier: Apache-2.0
//
// The ring that says whether a row of a list of answers is the chosen one.
import QtQuick
import Qiaomen.Ui

Rectangle {
    id: mark

    property bool checked: false

    implicitWidth: Theme.iconS + 4
    implicitHeight: Theme.iconS + 4
    radius: width / 2
    color: "transparent"
    border.width: 2
    border.color: mark.checked ? Theme.primary : Theme.outline

    Rectangle {
        anchors.centerIn: parent
        width: parent.width / 2
        height: width
        radius: width / 2
        visible: mark.checked
        color: Theme.primary
    }
}
