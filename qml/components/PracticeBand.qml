// SPDX-License-Identifier: Apache-2.0
//
// Stands above every page of the practice room: that nothing there is real, and the way back.
import QtQuick
import QtQuick.Layouts
import Qiaomen.Ui

Rectangle {
    id: band

    signal leaveAsked

    implicitHeight: row.implicitHeight
    color: Theme.primary
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words.text

    RowLayout {
        id: row

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.spaceL
        anchors.rightMargin: Theme.spaceXs
        spacing: Theme.spaceS

        Icon {
            name: "practice"
            size: Theme.iconS + 2
            color: Theme.primaryInk
        }

        AppText {
            id: words

            Layout.fillWidth: true
            text: band.width < Theme.compactWidth ? qsTr("Practice: nothing here is real")
                : qsTr("Practice: all people are invented, and nothing you do here leaves this phone or counts")
            font: Theme.labelSmall
            color: Theme.primaryInk
            Accessible.ignored: true
        }

        TextAction {
            text: qsTr("Leave practice")
            ink: Theme.primaryInk
            onClicked: band.leaveAsked()
        }
    }
}
