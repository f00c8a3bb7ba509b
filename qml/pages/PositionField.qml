// SPDX-License-Identifier: Apache-2.0
//
// The position of a thing: off until asked for, told in words.
import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

FieldFrame {
    id: field

    required property PositionSource position
    readonly property bool searching: position.state === PositionSource.Searching
    readonly property bool known: position.quality !== PositionSource.NoReading
    signal startAsked
    signal stopAsked
    signal clearAsked

    label: qsTr("Position of the hazard")
    optional: true
    helper: position.words !== "" ? position.words : qsTr("Only the place of the hazard is kept, never yours.")

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.spaceS

        OutlineButton {
            Layout.fillWidth: true
            iconName: "location"
            busy: field.searching
            text: field.searching ? qsTr("Searching… tap to stop") : field.known ? qsTr("Search again") : qsTr("Attach the position")
            onClicked: field.searching ? field.stopAsked() : field.startAsked()
        }

        IconAction {
            visible: field.known && !field.searching
            iconName: "close"
            text: qsTr("Remove the position")
            onClicked: field.clearAsked()
        }
    }
}
