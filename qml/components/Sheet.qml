// SPDX-License-Identifier: Apache-2.0
//
// A panel over the page: from the bottom on a phone, in the middle of a wider window.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Qiaomen.Ui

T.Popup {
    id: sheet

    property string title
    property string supporting
    default property alias content: column.data
    /// What does not fit scrolls; false where a part of the content does so by itself, and the rest stays in sight.
    property bool scrolls: true
    readonly property bool compact: parent ? parent.width < Theme.compactWidth : true

    parent: T.Overlay.overlay
    x: parent ? (parent.width - width) / 2 : 0
    y: parent ? (compact ? parent.height - height : (parent.height - height) / 2) : 0
    width: parent ? (compact ? parent.width : Math.min(480, parent.width - 2 * Theme.margin)) : 360
    height: Math.min(implicitHeight, (parent?.height ?? 640) - Theme.spaceXxl)
    implicitHeight: body.implicitHeight + topPadding + bottomPadding
    padding: Theme.spaceXl
    topPadding: compact ? Theme.spaceM : Theme.spaceXl
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside

    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }

    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.motion }
    }

    exit: Transition {
        NumberAnimation { property: "opacity"; to: 0; duration: Theme.motionFast }
    }

    background: Rectangle {
        radius: Theme.radiusXl
        color: Theme.surfaceContainerLow

        EnterPresses {
            id: enter
        }

        Rectangle {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            visible: sheet.compact
            height: Theme.radiusXl
            color: parent.color
        }
    }

    contentItem: ColumnLayout {
        id: body

        Keys.forwardTo: [enter]

        spacing: Theme.spaceS

        Rectangle {
            Layout.alignment: Qt.AlignHCenter
            Layout.bottomMargin: Theme.spaceS
            visible: sheet.compact
            implicitWidth: 36
            implicitHeight: 4
            radius: 2
            color: Theme.outlineVariant
        }

        AppText {
            Layout.fillWidth: true
            visible: sheet.title !== ""
            text: sheet.title
            font: Theme.title
        }

        AppText {
            Layout.fillWidth: true
            visible: sheet.supporting !== ""
            text: sheet.supporting
            font: Theme.bodySmall
            muted: true
        }

        Flickable {
            id: scroller

            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.topMargin: Theme.spaceS
            implicitHeight: column.implicitHeight
            contentHeight: column.height
            interactive: contentHeight > height
            boundsBehavior: Flickable.StopAtBounds
            // A ring around what has the focus is wider than what it is around.
            clip: interactive
            T.ScrollBar.vertical: ThinScrollBar {}

            FollowFocus {
                view: scroller
            }

            ColumnLayout {
                id: column

                width: scroller.width
                height: sheet.scrolls ? implicitHeight : scroller.height
                spacing: Theme.spaceM
            }
        }
    }
}
