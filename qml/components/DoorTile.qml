// SPDX-License-Identifier: Apache-2.0
//
// One door of a unit: room, who lives there, how fresh the knowledge is (colour and mark), and what is open behind it.
import QtQuick
import QtQuick.Templates as T
import Qiaomen.Ui

T.AbstractButton {
    id: door

    required property string room
    property string headName
    property int freshness: Freshness.Never
    property bool vacant: false
    property int openNeeds: 0
    property int openHazards: 0
    property bool unsent: false
    readonly property color ink: vacant ? Theme.mutedInk : Freshness.containerInk(freshness)

    implicitWidth: Theme.elder ? 116 : 92
    implicitHeight: Theme.elder ? 108 : 80
    text: room
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: Words.joined([qsTr("Room %1").arg(room), vacant ? qsTr("vacant") : headName, vacant ? "" : Freshness.word(freshness),
        openNeeds > 0 ? qsTr("%n open need(s)", "", openNeeds) : "", openHazards > 0 ? qsTr("%n open hazard(s)", "", openHazards) : "",
        unsent ? qsTr("only on this phone") : ""])

    // What a finger holds a door for.
    Keys.onMenuPressed: pressAndHold()

    background: Rectangle {
        radius: Theme.radiusM
        color: door.vacant ? Theme.surface : Freshness.container(door.freshness)
        border.width: Theme.hairline
        border.color: door.vacant || door.freshness === Freshness.Never ? Theme.outlineVariant : Theme.faded(Freshness.ink(door.freshness), 0.35)

        StateLayer {
            radius: parent.radius
            hovered: door.hovered
            pressed: door.down
            focused: door.visualFocus
        }
    }

    contentItem: Item {
        AppText {
            id: number

            x: Theme.spaceS + 2
            y: Theme.spaceXs + 2
            width: parent.width - x - Theme.spaceXs
            text: door.room
            font: Theme.label
            color: door.ink
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }

        Icon {
            id: mark

            anchors.right: parent.right
            anchors.rightMargin: Theme.spaceS
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.spaceS
            visible: !door.vacant
            name: Freshness.mark(door.freshness)
            size: Theme.iconS - 4
            color: Freshness.ink(door.freshness)
        }

        AppText {
            anchors.top: number.bottom
            anchors.topMargin: -1
            x: number.x
            width: parent.width - 2 * x
            text: door.vacant ? qsTr("Vacant") : door.headName
            font: Theme.caption
            color: door.ink
            wrapMode: Text.NoWrap
            abridged: true
            Accessible.ignored: true
        }

        Row {
            anchors.left: number.left
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.spaceS - 1
            spacing: Theme.spaceXs + 1

            Icon {
                visible: door.openHazards > 0
                name: "hazard"
                size: Theme.iconS - 2
                color: Theme.error
            }

            Icon {
                visible: door.openNeeds > 0
                name: "need"
                size: Theme.iconS - 2
                color: Theme.info
            }

            Icon {
                visible: door.unsent
                name: "phone-only"
                size: Theme.iconS - 2
                color: door.ink
            }
        }
    }
}
