// SPDX-License-Identifier: Apache-2.0
//
// One of the two values of a conflict, with who wrote it and when. A tap keeps it.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Qiaomen.Ui

T.AbstractButton {
    id: tile

    required property string who
    required property string value
    required property real at
    property bool stands: false

    implicitHeight: contentItem.implicitHeight + topPadding + bottomPadding
    padding: Theme.spaceM
    text: qsTr("Keep this")
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("Keep %1: %2, %3").arg(tile.who).arg(tile.value).arg(Words.moment(tile.at))

    background: Rectangle {
        radius: Theme.radiusM
        color: Theme.surface
        border.width: tile.stands ? 2 : Theme.hairline
        border.color: tile.stands ? Theme.primary : Theme.outlineVariant

        StateLayer {
            radius: parent.radius
            hovered: tile.hovered
            pressed: tile.down
            focused: tile.visualFocus
        }
    }

    contentItem: ColumnLayout {
        spacing: 2

        RowLayout {
            spacing: Theme.spaceS

            AppText {
                Layout.fillWidth: true
                text: tile.who
                font: Theme.labelSmall
                Accessible.ignored: true
            }

            AppText {
                text: Words.moment(tile.at)
                font: Theme.caption
                muted: true
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }

        AppText {
            Layout.fillWidth: true
            text: tile.value !== "" ? tile.value : qsTr("empty")
            Accessible.ignored: true
        }

        Item {
            Layout.fillHeight: true
        }

        RowLayout {
            Layout.topMargin: Theme.spaceXs
            spacing: Theme.spaceXs + 2

            Icon {
                name: tile.stands ? "check" : "forward"
                size: Theme.iconS
                color: Theme.primary
            }

            AppText {
                Layout.fillWidth: true
                text: tile.stands ? qsTr("Stands now. Tap to confirm") : qsTr("Keep this")
                font: Theme.labelSmall
                color: Theme.primary
                Accessible.ignored: true
            }
        }
    }
}
