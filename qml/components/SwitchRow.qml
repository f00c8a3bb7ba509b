// SPDX-License-Identifier: Apache-2.0
//
// A setting that is on or off; the whole row is the target.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Qiaomen.Ui

T.Switch {
    id: row

    property string supporting
    property string iconName

    implicitWidth: contentItem.implicitWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.rowHeight, contentItem.implicitHeight + topPadding + bottomPadding)
    leftPadding: Theme.spaceL
    rightPadding: Theme.spaceL
    topPadding: Theme.spaceS
    bottomPadding: Theme.spaceS
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    opacity: enabled ? 1 : 0.45
    Accessible.name: text
    Accessible.description: supporting

    background: StateLayer {
        radius: Theme.radiusL
        hovered: row.hovered
        pressed: row.down
        focused: row.visualFocus
    }

    indicator: null

    contentItem: RowLayout {
        spacing: Theme.spaceL

        Icon {
            visible: row.iconName !== ""
            name: row.iconName
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            AppText {
                Layout.fillWidth: true
                text: row.text
                Accessible.ignored: true
            }

            AppText {
                Layout.fillWidth: true
                visible: row.supporting !== ""
                text: row.supporting
                font: Theme.bodySmall
                muted: true
                Accessible.ignored: true
            }
        }

        Rectangle {
            implicitWidth: Theme.elder ? 62 : 52
            implicitHeight: Theme.elder ? 38 : 32
            radius: height / 2
            color: row.checked ? Theme.primary : Theme.surfaceContainerHigh
            border.width: row.checked ? 0 : 2
            border.color: Theme.outline

            Rectangle {
                readonly property int inset: row.checked ? 4 : 7

                x: row.checked ? parent.width - width - inset : inset
                anchors.verticalCenter: parent.verticalCenter
                width: parent.height - 2 * inset
                height: width
                radius: width / 2
                color: row.checked ? Theme.primaryInk : Theme.outline

                Behavior on x {
                    NumberAnimation { duration: Theme.motionFast }
                }

                Icon {
                    anchors.centerIn: parent
                    visible: row.checked
                    name: "check"
                    size: parent.width - 8
                    color: Theme.primary
                }
            }
        }
    }
}
