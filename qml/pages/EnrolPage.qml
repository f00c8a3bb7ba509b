// SPDX-License-Identifier: Apache-2.0
//
// A device that nobody has enrolled yet: what it needs, in three steps.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

AppPage {
    id: page

    required property PracticeRoom room

    title: qsTr("Welcome")
    scrolled: scroller.scrolled

    ScrollColumn {
        id: scroller

        anchors.fill: parent
        maximumWidth: 480

        AppMark {
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: Theme.spaceXl
            size: 96
        }

        AppText {
            Layout.fillWidth: true
            text: qsTr("Qiaomen")
            font: Theme.display
            horizontalAlignment: Text.AlignHCenter
        }

        AppText {
            Layout.fillWidth: true
            Layout.bottomMargin: Theme.spaceM
            text: qsTr("This phone is not enrolled yet. An administrator of your community does it once.")
            muted: true
            horizontalAlignment: Text.AlignHCenter
        }

        Card {
            Layout.fillWidth: true
            padding: 0
            spacing: 0

            ListRow { Layout.fillWidth: true; avatarName: "1"; title: qsTr("Ask for an enrolment"); supporting: qsTr("The administrator makes a file for you and your grid.") }
            Divider { inset: 68 }
            ListRow { Layout.fillWidth: true; avatarName: "2"; title: qsTr("Open it on this phone"); supporting: qsTr("The app starts again and knows its grid and its centre.") }
            Divider { inset: 68 }
            ListRow { Layout.fillWidth: true; avatarName: "3"; title: qsTr("Sync once"); supporting: qsTr("After that everything works without a network."); supportingLines: 3 }
        }

        Notice {
            Layout.fillWidth: true
            visible: page.room.problem !== ""
            text: page.room.problem
            tone: StatusChip.Problem
            iconName: "alert"
        }

        TonalButton {
            Layout.fillWidth: true
            iconName: "practice"
            text: qsTr("Practise meanwhile")
            busy: page.room.busy
            enabled: !page.room.busy
            onClicked: page.room.enter()
        }

        AppText {
            Layout.fillWidth: true
            Layout.topMargin: -Theme.spaceS
            text: qsTr("An invented grid to try everything in. It needs no enrolment and no network.")
            font: Theme.caption
            muted: true
            horizontalAlignment: Text.AlignHCenter
        }
    }
}
