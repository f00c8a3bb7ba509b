// SPDX-License-Identifier: Apache-2.0
//
// What can be done at a door, without opening its household first: a long press on the door asks.
import QtQuick
import QtQuick.Layouts
import Qiaomen.Ui

Sheet {
    id: sheet

    property string householdId
    signal visitAsked(string householdId)
    signal needAsked(string householdId)
    signal hazardAsked(string householdId)
    /// Nobody was at home: written down at once.
    signal notHomeAsked(string householdId, bool cardLeft)

    function ask(household: string, words: string) {
        householdId = household
        title = words
        open()
    }

    PrimaryButton {
        Layout.fillWidth: true
        iconName: "visit"
        text: qsTr("Begin a visit")
        onClicked: {
            sheet.close()
            sheet.visitAsked(sheet.householdId)
        }
    }

    GridLayout {
        Layout.fillWidth: true
        columns: Theme.elder ? 1 : 2
        columnSpacing: Theme.spaceS
        rowSpacing: Theme.spaceS

        TonalButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            iconName: "door"
            text: qsTr("Not home")
            onClicked: {
                sheet.close()
                sheet.notHomeAsked(sheet.householdId, false)
            }
        }

        TonalButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            iconName: "card"
            text: qsTr("Card left")
            onClicked: {
                sheet.close()
                sheet.notHomeAsked(sheet.householdId, true)
            }
        }
    }

    OutlineButton {
        Layout.fillWidth: true
        iconName: "need"
        text: qsTr("Record a need")
        onClicked: {
            sheet.close()
            sheet.needAsked(sheet.householdId)
        }
    }

    OutlineButton {
        Layout.fillWidth: true
        iconName: "hazard"
        text: qsTr("Record a hazard")
        onClicked: {
            sheet.close()
            sheet.hazardAsked(sheet.householdId)
        }
    }

    TextAction {
        Layout.fillWidth: true
        text: qsTr("Cancel")
        onClicked: sheet.close()
    }
}
