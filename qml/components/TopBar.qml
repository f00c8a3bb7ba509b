// SPDX-License-Identifier: Apache-2.0
//
// The head of a page: where one is, the way back, and at most three actions.
import QtQuick
import QtQuick.Layouts
import Qiaomen.Ui

Rectangle {
    id: bar

    required property string title
    property string subtitle
    property bool canGoBack: false
    property bool scrolled: false
    default property alias actions: tail.data
    /// A large title would need two lines.
    readonly property bool crowded: large.advanceWidth > width - tail.implicitWidth - 3 * Theme.margin
    signal back

    implicitHeight: Math.max(Theme.barHeight, row.implicitHeight + 2 * Theme.spaceXs)
    color: Theme.surface

    TextMetrics {
        id: large

        text: bar.title
        font: Theme.headline
    }

    RowLayout {
        id: row

        anchors.fill: parent
        anchors.leftMargin: bar.canGoBack ? Theme.spaceXs : Theme.margin
        anchors.rightMargin: Theme.spaceXs
        spacing: Theme.spaceXs

        IconAction {
            visible: bar.canGoBack
            iconName: "back"
            ink: Theme.surfaceInk
            text: qsTr("Back")
            onClicked: bar.back()
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0
            Accessible.role: Accessible.Heading
            Accessible.name: bar.title

            AppText {
                Layout.fillWidth: true
                text: bar.title
                font: bar.canGoBack || bar.subtitle !== "" || bar.crowded ? Theme.title : Theme.headline
                maximumLineCount: 4
            }

            AppText {
                Layout.fillWidth: true
                visible: bar.subtitle !== ""
                text: bar.subtitle
                font: Theme.caption
                muted: true
                maximumLineCount: 4
            }
        }

        RowLayout {
            id: tail

            spacing: 0
        }
    }

    Divider {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        visible: bar.scrolled
    }
}
