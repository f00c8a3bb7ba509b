// SPDX-License-Identifier: Apache-2.0
//
// One of two values of a field; a tap chooses it.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Qiaomen.Ui

T.AbstractButton {
    id: tile

    required property string field
    required property string value
    required property bool chosen

    implicitHeight: Math.max(contentItem.implicitHeight + topPadding + bottomPadding, Theme.touch)
    padding: Theme.spaceM
    text: tile.value !== "" ? tile.value : qsTr("empty")
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.RadioButton
    Accessible.name: qsTr("%1: %2", "field, its value").arg(tile.field).arg(tile.text)
    Accessible.checkable: true
    Accessible.checked: tile.chosen

    background: Rectangle {
        radius: Theme.radiusM
        color: Theme.surface
        border.width: tile.chosen ? 2 : Theme.hairline
        border.color: tile.chosen ? Theme.primary : Theme.outlineVariant

        StateLayer {
            radius: parent.radius
            hovered: tile.hovered
            pressed: tile.down
            focused: tile.visualFocus
        }
    }

    contentItem: RowLayout {
        spacing: Theme.spaceS

        Icon {
            visible: tile.chosen
            name: "check"
            size: Theme.iconS
            color: Theme.primary
        }

        AppText {
            Layout.fillWidth: true
            text: tile.text
            muted: tile.value === ""
            Accessible.ignored: true
        }
    }
}
