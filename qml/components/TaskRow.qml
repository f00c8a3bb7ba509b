// SPDX-License-Identifier: Apache-2.0
//
// Something to try, and whether it was done: the tick follows from what was done, so it is no button.
import QtQuick
import QtQuick.Layouts
import Qiaomen.Ui

Item {
    id: row

    required property string title
    required property string how
    required property bool done

    implicitHeight: Math.max(Theme.rowHeight, words.implicitHeight + 2 * Theme.spaceM)
    Accessible.role: Accessible.ListItem
    Accessible.name: Words.joined([title, done ? qsTr("done") : how])

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.spaceL
        anchors.rightMargin: Theme.spaceL
        spacing: Theme.spaceM

        Rectangle {
            Layout.alignment: Qt.AlignVCenter
            implicitWidth: Theme.icon + 4
            implicitHeight: Theme.icon + 4
            radius: width / 2
            color: row.done ? Theme.success : "transparent"
            border.width: row.done ? 0 : 2
            border.color: Theme.outline

            Icon {
                anchors.centerIn: parent
                visible: row.done
                name: "check"
                size: Theme.iconS
                color: Theme.surfaceContainerLow
            }
        }

        ColumnLayout {
            id: words

            Layout.fillWidth: true
            spacing: 1

            AppText {
                Layout.fillWidth: true
                text: row.title
                font: Theme.label
                Accessible.ignored: true
            }

            AppText {
                Layout.fillWidth: true
                text: row.how
                font: Theme.bodySmall
                muted: true
                Accessible.ignored: true
            }
        }
    }
}
