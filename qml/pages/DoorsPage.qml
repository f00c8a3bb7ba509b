// SPDX-License-Identifier: Apache-2.0
//
// The doors of one place: of a building unit by unit, floor by floor; of a village group as a list.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

AppPage {
    id: page

    required property DoorsModel doors
    readonly property string unitWords: isNaN(Number(doors.unit)) ? doors.unit : qsTr("Unit %1").arg(doors.unit)
    readonly property string placeWords: doors.units.length > 1 && doors.unit !== "" ? Words.joined([doors.title, unitWords]) : doors.title
    signal householdChosen(string householdId)
    signal visitAsked(string householdId)
    signal needAsked(string householdId)
    signal hazardAsked(string householdId)
    signal notHomeAsked(string householdId, bool cardLeft)
    /// A door with nobody behind it: who moves in?
    signal moveInAsked(string placeId)
    /// A hazard of the place itself: a stairwell, a yard.
    signal placeHazardAsked(string place)

    title: doors.title
    actions: [
        IconAction {
            visible: page.doors.title !== ""
            iconName: "hazard"
            text: qsTr("Record a hazard here")
            onClicked: page.placeHazardAsked(page.placeWords)
        }
    ]

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        ChipStrip {
            Layout.fillWidth: true
            visible: page.doors.units.length > 1

            Repeater {
                model: page.doors.units

                Chip {
                    required property string modelData

                    text: isNaN(Number(modelData)) ? modelData : qsTr("Unit %1").arg(modelData)
                    checkable: false
                    checked: page.doors.unit === modelData
                    onClicked: page.doors.unit = modelData
                }
            }
        }

        FreshnessLegend {
            Layout.fillWidth: true
            Layout.margins: Theme.spaceS
            Layout.leftMargin: Theme.margin
            Layout.rightMargin: Theme.margin
        }

        Notice {
            Layout.fillWidth: true
            Layout.margins: Theme.margin
            visible: page.doors.problem !== ""
            text: page.doors.problem
            tone: StatusChip.Problem
            iconName: "alert"
        }

        LoadingHint {
            Layout.fillWidth: true
            Layout.margins: Theme.margin
            visible: page.doors.loading && page.doors.count === 0
        }

        FloorGrid {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.leftMargin: Theme.margin
            Layout.rightMargin: Theme.margin - Theme.spaceS
            visible: page.doors.count > 0 && !page.doors.village
            model: page.doors.village ? null : page.doors
            doorsPerFloor: page.doors.doorsPerFloor
            onOpened: householdId => page.householdChosen(householdId)
            onVacantOpened: placeId => page.moveInAsked(placeId)
            onHeld: (householdId, words) => doorSheet.ask(householdId, words)
        }

        ReadableList {
            id: list

            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: page.doors.count > 0 && page.doors.village
            model: page.doors.village ? page.doors : null
            reuseItems: true

            delegate: DoorRow {
                id: row

                required property string householdId
                required property string placeId

                x: list.inset
                width: list.rowWidth
                onClicked: {
                    if (row.householdId !== "")
                        page.householdChosen(row.householdId)
                    else
                        page.moveInAsked(row.placeId)
                }
                onPressAndHold: {
                    if (row.householdId !== "")
                        doorSheet.ask(row.householdId, Words.dotted([row.room, row.headName]))
                }
            }
        }

        EmptyHint {
            Layout.fillWidth: true
            Layout.margins: Theme.margin
            Layout.topMargin: Theme.spaceXxl
            visible: page.doors.count === 0 && !page.doors.loading && page.doors.problem === ""
            iconName: "door"
            title: qsTr("No doors are known here")
            supporting: qsTr("The community office adds dwellings. They arrive with the next sync.")
        }

        Item {
            Layout.fillHeight: true
            visible: page.doors.count === 0
        }
    }

    DoorSheet {
        id: doorSheet

        onVisitAsked: householdId => page.visitAsked(householdId)
        onNeedAsked: householdId => page.needAsked(householdId)
        onHazardAsked: householdId => page.hazardAsked(householdId)
        onNotHomeAsked: (householdId, cardLeft) => page.notHomeAsked(householdId, cardLeft)
    }
}
