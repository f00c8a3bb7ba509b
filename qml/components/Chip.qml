// SPDX-License-Identifier: Apache-2.0
//
// A short word that filters, or that is chosen among others. For a state that cannot be pressed see StatusChip.
import QtQuick
import QtQuick.Templates as T
import Qiaomen.Ui

T.AbstractButton {
    id: chip

    property string iconName
    property int count: -1

    implicitWidth: Math.max(Theme.touch, row.implicitWidth + leftPadding + rightPadding)
    implicitHeight: Theme.touch
    leftPadding: Theme.spaceM
    rightPadding: Theme.spaceM
    checkable: true
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    opacity: enabled ? 1 : 0.45
    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.checked: checked

    background: Item {
        Rectangle {
            anchors.centerIn: parent
            width: parent.width
            height: Theme.elder ? 52 : 36
            radius: height / 2
            color: chip.checked ? Theme.primaryContainer : Theme.surfaceContainerLow
            border.width: Theme.hairline
            border.color: chip.checked ? Theme.primary : Theme.outlineVariant

            StateLayer {
                radius: parent.radius
                hovered: chip.hovered
                pressed: chip.down
                focused: chip.visualFocus
            }
        }
    }

    contentItem: Item {
        Row {
            id: row

            anchors.centerIn: parent
            spacing: Theme.spaceXs + 2

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                visible: name !== ""
                name: chip.checked ? "check" : chip.iconName
                size: Theme.iconS
                color: words.color
            }

            AppText {
                id: words

                anchors.verticalCenter: parent.verticalCenter
                text: chip.text
                font: chip.checked ? Theme.labelSmall : Theme.bodySmall
                color: chip.checked ? Theme.primaryContainerInk : Theme.surfaceInk
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }

            AppText {
                anchors.verticalCenter: parent.verticalCenter
                visible: chip.count >= 0
                text: chip.count
                font: Theme.bodySmall
                color: chip.checked ? Theme.primaryContainerInk : Theme.mutedInk
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
    }
}
