// SPDX-License-Identifier: Apache-2.0
//
// What every button shares: a target of full size, an optional icon, a busy state. PrimaryButton, TonalButton and TextAction give it its colours.
import QtQuick
import QtQuick.Templates as T
import Qiaomen.Ui

T.Button {
    id: button

    property string iconName
    property bool busy: false
    property color fill: "transparent"
    property color ink: Theme.primary
    property color line: "transparent"
    property int sidePadding: Theme.spaceXl

    implicitWidth: Math.max(Theme.touch, content.implicitWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.touch, words.height + 2 * Theme.spaceXs)
    leftPadding: sidePadding - (iconName !== "" ? Theme.spaceXs : 0)
    rightPadding: sidePadding
    topPadding: 0
    bottomPadding: 0
    font: Theme.label
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    opacity: enabled || busy ? 1 : 0.45
    Accessible.name: text

    background: Rectangle {
        radius: Theme.radiusM
        color: button.fill
        border.width: button.line.a > 0 ? Theme.hairline : 0
        border.color: button.line

        StateLayer {
            radius: parent.radius
            hovered: button.hovered
            pressed: button.down
            focused: button.visualFocus
            tint: button.ink
        }
    }

    contentItem: Item {
        id: content

        readonly property int glyphSpace: button.busy || button.iconName !== "" ? Theme.iconS + 2 + row.spacing : 0

        // Measured apart from the words themselves, which are laid out in what is left of the button's width. Several lines make it higher.
        implicitWidth: Math.ceil(measure.advanceWidth) + 2 + glyphSpace

        TextMetrics {
            id: measure

            font: button.font
            text: button.text
        }

        Row {
            id: row

            anchors.centerIn: parent
            spacing: Theme.spaceS

            BusyRing {
                anchors.verticalCenter: parent.verticalCenter
                visible: button.busy
                size: Theme.iconS + 2
                ink: button.ink
            }

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                visible: button.iconName !== "" && !button.busy
                name: button.iconName
                size: Theme.iconS + 2
                color: button.ink
            }

            AppText {
                id: words

                anchors.verticalCenter: parent.verticalCenter
                // No button is narrower: smaller widths are those of a layout that is still being made.
                width: Math.max(Theme.touch, Math.min(content.implicitWidth, content.width) - content.glyphSpace)
                text: button.text
                font: button.font
                color: button.ink
                horizontalAlignment: Text.AlignHCenter
                maximumLineCount: 4
                Accessible.ignored: true
            }
        }
    }
}
