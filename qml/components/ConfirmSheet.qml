// SPDX-License-Identifier: Apache-2.0
//
// Asks once before something that cannot simply be undone.
import QtQuick.Layouts
import Qiaomen.Ui

Sheet {
    id: sheet

    property string acceptText: qsTr("Yes")
    property string rejectText: qsTr("Cancel")
    property bool destructive: false
    signal accepted
    signal rejected

    PrimaryButton {
        Layout.fillWidth: true
        text: sheet.acceptText
        destructive: sheet.destructive
        onClicked: {
            sheet.close()
            sheet.accepted()
        }
    }

    TextAction {
        Layout.fillWidth: true
        text: sheet.rejectText
        onClicked: {
            sheet.close()
            sheet.rejected()
        }
    }
}
