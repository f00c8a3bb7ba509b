// SPDX-License-Identifier: Apache-2.0
//
// The doors of a unit as one sees them from outside: floors from top to bottom, doors of a floor beside each other.
// The model holds one row per place, floor by floor, each floor filled up to `doorsPerFloor` with rows whose room is empty. Only the doors in
// sight exist as items, so that thousands of them scroll as smoothly as ten.
// Roles (those of DoorsModel): placeId, householdId, floor, room, headName, freshness, vacant, openNeeds, openHazards, unsent.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import QtQuick.Window
import Qiaomen.Ui

Item {
    id: floors

    required property QtObject model
    required property int doorsPerFloor
    /// How much room to leave free below the last floor.
    property int bottomMargin: Theme.margin
    readonly property int gutter: Theme.elder ? 56 : 44
    readonly property int leastCell: Theme.elder ? 100 : 68
    readonly property int count: Math.max(1, doorsPerFloor)
    readonly property int cell: Math.max(leastCell, Math.min(150, Math.floor((width - gutter) / count)))
    signal opened(string householdId)
    /// A door with nobody behind it.
    signal vacantOpened(string placeId)
    /// A long press: `words` say which door.
    signal held(string householdId, string words)

    implicitHeight: 400
    clip: true

    Flickable {
        id: sideways

        anchors.fill: parent
        contentWidth: floors.gutter + floors.cell * floors.count
        contentHeight: height
        flickableDirection: Flickable.HorizontalFlick
        interactive: contentWidth > width
        boundsBehavior: Flickable.StopAtBounds

        FollowFocus {
            view: sideways
        }

        FollowFocus {
            view: grid
        }

        GridView {
            id: grid

            x: floors.gutter
            width: floors.cell * floors.count
            height: parent.height
            model: floors.model
            cellWidth: floors.cell
            cellHeight: (Theme.elder ? 108 : 80) + Theme.spaceS
            bottomMargin: floors.bottomMargin
            cacheBuffer: 600
            boundsBehavior: Flickable.StopAtBounds
            keyNavigationEnabled: false
            Keys.onUpPressed: event => step(0, -1, event)
            Keys.onDownPressed: event => step(0, 1, event)
            Keys.onLeftPressed: event => step(-1, 0, event)
            Keys.onRightPressed: event => step(1, 0, event)
            reuseItems: true
            T.ScrollBar.vertical: ThinScrollBar {}

            /// From a door to the one beside, above or below it.
            function step(right: int, down: int, event: KeyEvent) {
                const from = Window.activeFocusItem.mapToItem(contentItem, cellWidth / 2, cellHeight / 2)
                const place = itemAt(from.x + right * cellWidth, from.y + down * cellHeight)
                const door = place?.nextItemInFocusChain(true) ?? null
                event.accepted = door !== null && door.parent === place
                if (event.accepted)
                    door.forceActiveFocus(Qt.TabFocusReason)
            }

            delegate: Item {
                id: place

                required property int index
                required property string placeId
                required property string householdId
                required property string floor
                required property string room
                required property string headName
                required property int freshness
                required property bool vacant
                required property int openNeeds
                required property int openHazards
                required property bool unsent

                width: grid.cellWidth
                height: grid.cellHeight

                AppText {
                    x: -floors.gutter
                    width: floors.gutter - Theme.spaceXs
                    anchors.verticalCenter: parent.verticalCenter
                    anchors.verticalCenterOffset: -Theme.spaceXs
                    visible: place.index % floors.count === 0
                    text: qsTr("F%1", "floor, beside the doors of it").arg(place.floor)
                    font: Theme.caption
                    muted: true
                    wrapMode: Text.NoWrap
                }

                DoorTile {
                    width: parent.width - Theme.spaceS
                    height: parent.height - Theme.spaceS
                    visible: place.room !== ""
                    room: place.room
                    headName: place.headName
                    freshness: place.freshness
                    vacant: place.vacant
                    openNeeds: place.openNeeds
                    openHazards: place.openHazards
                    unsent: place.unsent
                    onClicked: {
                        if (place.householdId !== "")
                            floors.opened(place.householdId)
                        else
                            floors.vacantOpened(place.placeId)
                    }
                    onPressAndHold: {
                        if (place.householdId !== "")
                            floors.held(place.householdId, Words.dotted([place.room, place.headName]))
                    }
                }
            }
        }
    }
}
