// SPDX-License-Identifier: Apache-2.0
//
// Tells which grids came to this phone and which left it; and asks, where something is still being written in a grid that leaves.
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

Sheet {
    id: sheet

    required property Workspace workspace
    readonly property string leaving: workspace.leavingGrid
    readonly property string news: workspace.scopeNews

    title: leaving !== "" ? qsTr("%1 leaves this phone").arg(leaving) : qsTr("Your grids have changed")
    supporting: leaving !== "" ? qsTr("It belongs to others now. What is being written here is not saved yet: finish and save it, or hand it over as a draft. Until then the grid stays.")
                               : news
    onClosed: {
        if (leaving === "" && news !== "")
            workspace.acknowledgeScope()
    }

    PrimaryButton {
        Layout.fillWidth: true
        text: sheet.leaving !== "" ? qsTr("Finish it first") : qsTr("Understood")
        onClicked: sheet.close()
    }

    TextAction {
        Layout.fillWidth: true
        visible: sheet.leaving !== ""
        text: qsTr("Hand it over as a draft")
        onClicked: {
            sheet.close()
            sheet.workspace.handOverDrafts()
        }
    }
}
