// SPDX-License-Identifier: Apache-2.0
//
// Where a round begins: the grid at a glance, its buildings by estate, then its village groups.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

AppPage {
    id: page

    required property PlacesModel places
    required property string gridName
    /// The four numbers are known.
    required property bool counted
    required property int households
    required property int householdsMet
    required property int openNeeds
    required property int openHazards
    /// The row that is open beside this page, or -1.
    property int openRow: -1
    signal placeChosen(int row)
    signal mapAsked

    title: gridName
    scrolled: list.scrolled

    ReadableList {
        id: list

        anchors.fill: parent
        model: page.places
        section.property: "estate"

        head: [
            GridSummary {
                Layout.fillWidth: true
                counted: page.counted
                households: page.households
                householdsMet: page.householdsMet
                openNeeds: page.openNeeds
                openHazards: page.openHazards
            },
            Flow {
                Layout.fillWidth: true
                spacing: Theme.spaceS

                Chip {
                    iconName: "map"
                    text: qsTr("Sketch map")
                    checkable: false
                    Accessible.role: Accessible.Button
                    onClicked: page.mapAsked()
                }

                Chip {
                    visible: page.places.measurable
                    iconName: "location"
                    text: qsTr("Nearest first")
                    checkable: false
                    checked: page.places.nearestFirst
                    onClicked: page.places.nearestFirst = !page.places.nearestFirst
                }
            },
            AppText {
                Layout.fillWidth: true
                visible: text !== ""
                text: page.places.positionWords
                font: Theme.bodySmall
                muted: true
            },
            Notice {
                Layout.fillWidth: true
                visible: page.places.problem !== ""
                text: page.places.problem
                tone: StatusChip.Problem
                iconName: "alert"
            },
            LoadingHint {
                Layout.fillWidth: true
                Layout.topMargin: Theme.spaceM
                visible: page.places.loading && page.places.count === 0
            },
            EmptyHint {
                Layout.fillWidth: true
                Layout.topMargin: Theme.spaceXxl
                visible: !page.places.loading && page.places.count === 0 && page.places.problem === ""
                iconName: "building"
                title: qsTr("No doors here yet")
                supporting: qsTr("The grid's buildings arrive with the first sync. Everything after that works without a network.")
            }

        ]

        // Qt 6.4 cannot make section delegates of bound components: the first row of an estate brings its heading along.
        delegate: Column {
            id: entry

            required property int index
            required property string estate
            required property string name
            required property bool village
            required property int households
            required property int units
            required property int floors
            required property int met
            required property int openNeeds
            required property int openHazards
            required property real distance
            readonly property bool first: ListView.previousSection !== ListView.section || index === 0

            x: list.inset
            width: list.rowWidth

            AppText {
                width: parent.width
                topPadding: Theme.spaceL
                bottomPadding: Theme.spaceS
                visible: entry.first
                text: entry.estate !== "" ? entry.estate : qsTr("Village groups")
                font: Theme.titleSmall
            }

            PlaceRow {
                width: parent.width
                name: entry.name
                village: entry.village
                households: entry.households
                units: entry.units
                floors: entry.floors
                met: entry.met
                openNeeds: entry.openNeeds
                openHazards: entry.openHazards
                distance: entry.distance
                current: entry.index === page.openRow
                onClicked: page.placeChosen(entry.index)
            }
        }
    }
}
