// SPDX-License-Identifier: Apache-2.0
//
// Something to know before going on, inside a page: a line or two with an icon, in the tone of StatusChip.
import QtQuick
import QtQuick.Layouts
import Qiaomen.Ui

Rectangle {
    id: notice

    required property string text
    property string title
    property string iconName: "info"
    property int tone: StatusChip.Notice
    property string actionText
    readonly property color ink: [Theme.neutralContainerInk, Theme.successContainerInk, Theme.infoContainerInk, Theme.warningContainerInk,
        Theme.errorContainerInk, Theme.accentContainerInk][tone]
    /// The action stands beside the words where the page is wide or they are short, else below them.
    readonly property bool roomy: width >= 400
        || Math.max(heading.implicitWidth, words.implicitWidth) + beside.implicitWidth + Theme.iconS + 4 + 3 * Theme.spaceM <= width
    signal action

    implicitHeight: row.implicitHeight + 2 * Theme.spaceM
    radius: Theme.radiusM
    color: [Theme.neutralContainer, Theme.successContainer, Theme.infoContainer, Theme.warningContainer, Theme.errorContainer,
        Theme.accentContainer][tone]

    RowLayout {
        id: row

        anchors.fill: parent
        anchors.margins: Theme.spaceM
        spacing: Theme.spaceM

        Icon {
            Layout.alignment: notice.title === "" && words.lineCount === 1 && notice.roomy ? Qt.AlignVCenter : Qt.AlignTop
            name: notice.iconName
            size: Theme.iconS + 4
            color: notice.ink
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            AppText {
                id: heading

                Layout.fillWidth: true
                visible: notice.title !== ""
                text: notice.title
                font: Theme.labelSmall
                color: notice.ink
            }

            AppText {
                id: words

                Layout.fillWidth: true
                text: notice.text
                font: Theme.bodySmall
                color: notice.ink
            }

            TextAction {
                Layout.leftMargin: -Theme.spaceM
                Layout.bottomMargin: -Theme.spaceM
                visible: notice.actionText !== "" && !notice.roomy
                text: notice.actionText
                ink: notice.ink
                onClicked: notice.action()
            }
        }

        TextAction {
            id: beside

            Layout.margins: -Theme.spaceS
            visible: notice.actionText !== "" && notice.roomy
            text: notice.actionText
            ink: notice.ink
            onClicked: notice.action()
        }
    }
}
