// SPDX-License-Identifier: Apache-2.0
//
// Who came, who left: which of the four is to be written down?
import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

Sheet {
    id: sheet

    signal moveAsked(int kind)

    function ask(kind: int) {
        close()
        moveAsked(kind)
    }

    title: qsTr("Who came, who left?")
    supporting: qsTr("It is written into the history, and can be taken back.")

    ListRow {
        Layout.fillWidth: true
        opens: true
        supportingLines: 3
        iconName: "person"
        title: qsTr("Somebody moves in")
        supporting: qsTr("Somebody new, or who lived here before")
        onClicked: sheet.ask(MoveForm.In)
    }

    ListRow {
        Layout.fillWidth: true
        opens: true
        supportingLines: 3
        iconName: "moved"
        title: qsTr("Somebody moves out")
        supporting: qsTr("One, several, or all")
        onClicked: sheet.ask(MoveForm.Out)
    }

    ListRow {
        Layout.fillWidth: true
        opens: true
        supportingLines: 3
        iconName: "household"
        title: qsTr("Split the household")
        supporting: qsTr("Some become a household of their own, here or elsewhere")
        onClicked: sheet.ask(MoveForm.Split)
    }

    ListRow {
        Layout.fillWidth: true
        opens: true
        supportingLines: 3
        iconName: "family"
        title: qsTr("Join another household")
        supporting: qsTr("Two households become one")
        onClicked: sheet.ask(MoveForm.Join)
    }

    TextAction {
        Layout.fillWidth: true
        text: qsTr("Cancel")
        onClicked: sheet.close()
    }
}
