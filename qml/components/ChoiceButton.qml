// SPDX-License-Identifier: Apache-2.0
//
// One answer of a ChoiceGroup: a tile with an icon, or, when `wide`, a row with a radio mark.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Qiaomen.Ui

T.AbstractButton {
    id: button

    required property string label
    property string supporting
    property string iconName
    property bool wide: false
    readonly property color ink: checked ? Theme.primaryContainerInk : Theme.surfaceInk

    implicitWidth: contentItem.implicitWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.touch + Theme.spaceXs, contentItem.implicitHeight + topPadding + bottomPadding)
    padding: Theme.spaceS
    leftPadding: button.wide ? Theme.spaceM : Theme.spaceS
    rightPadding: leftPadding
    text: label
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    opacity: enabled ? 1 : 0.45
    Accessible.role: Accessible.RadioButton
    Accessible.name: button.supporting !== "" ? button.label + ", " + button.supporting : button.label
    Accessible.checkable: true
    Accessible.checked: button.checked

    background: Rectangle {
        radius: Theme.radiusM
        color: button.checked ? Theme.primaryContainer : Theme.surfaceContainerLow
        border.width: button.checked ? 2 : Theme.hairline
        border.color: button.checked ? Theme.primary : Theme.outlineVariant

        StateLayer {
            radius: parent.radius
            hovered: button.hovered
            pressed: button.down
            focused: button.visualFocus
        }
    }

    contentItem: GridLayout {
        flow: button.wide ? GridLayout.LeftToRight : GridLayout.TopToBottom
        columnSpacing: Theme.spaceM
        rowSpacing: 2

        RadioMark {
            visible: button.wide
            checked: button.checked
        }

        Icon {
            Layout.alignment: Qt.AlignHCenter
            visible: button.iconName !== ""
            name: button.iconName
            color: button.checked ? Theme.primary : Theme.mutedInk
        }

        ColumnLayout {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignVCenter
            spacing: 0

            AppText {
                Layout.fillWidth: true
                text: button.label
                font: button.wide ? Theme.body : Theme.labelSmall
                color: button.ink
                horizontalAlignment: button.wide ? Text.AlignLeft : Text.AlignHCenter
                maximumLineCount: 3
                Accessible.ignored: true
            }

            AppText {
                Layout.fillWidth: true
                visible: button.supporting !== ""
                text: button.supporting
                font: Theme.caption
                color: button.checked ? Theme.primaryContainerInk : Theme.mutedInk
                horizontalAlignment: button.wide ? Text.AlignLeft : Text.AlignHCenter
                Accessible.ignored: true
            }
        }
    }
}
