// SPDX-License-Identifier: Apache-2.0
//
// A statement to tick; the whole row is the target.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Qiaomen.Ui

T.CheckBox {
    id: row

    property string supporting

    implicitWidth: contentItem.implicitWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.touch + Theme.spaceXs, contentItem.implicitHeight + topPadding + bottomPadding)
    padding: Theme.spaceM
    topPadding: Theme.spaceS
    bottomPadding: Theme.spaceS
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    opacity: enabled ? 1 : 0.45
    Accessible.name: text
    Accessible.description: supporting

    indicator: null

    background: Rectangle {
        radius: Theme.radiusM
        color: row.checked ? Theme.primaryContainer : Theme.surfaceContainerLow
        border.width: row.checked ? 2 : Theme.hairline
        border.color: row.checked ? Theme.primary : Theme.outlineVariant

        StateLayer {
            radius: parent.radius
            hovered: row.hovered
            pressed: row.down
            focused: row.visualFocus
        }
    }

    contentItem: RowLayout {
        spacing: Theme.spaceM

        Rectangle {
            Layout.alignment: Qt.AlignVCenter
            implicitWidth: Theme.iconS + 6
            implicitHeight: Theme.iconS + 6
            radius: Theme.radiusS - 2
            color: row.checked ? Theme.primary : "transparent"
            border.width: row.checked ? 0 : 2
            border.color: Theme.outline

            Icon {
                anchors.centerIn: parent
                visible: row.checked
                name: "check"
                size: Theme.iconS
                color: Theme.primaryInk
            }
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            AppText {
                Layout.fillWidth: true
                text: row.text
                color: row.checked ? Theme.primaryContainerInk : Theme.surfaceInk
                Accessible.ignored: true
            }

            AppText {
                Layout.fillWidth: true
                visible: row.supporting !== ""
                text: row.supporting
                font: Theme.caption
                color: row.checked ? Theme.primaryContainerInk : Theme.mutedInk
                Accessible.ignored: true
            }
        }
    }
}
