// SPDX-License-Identifier: Apache-2.0
//
// Which household a row of the office's workbook is about: those that may be meant, or whoever is looked for.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

Sheet {
    id: sheet

    required property ImportForm form

    title: qsTr("Whose visit is it?")
    supporting: form.placing
    onClosed: form.endPlacing()

    SearchField {
        Layout.fillWidth: true
        hint: qsTr("Name, or an address like 3-2-402")
        text: sheet.form.query
        onSearched: text => sheet.form.query = text
    }

    AppText {
        Layout.fillWidth: true
        Layout.topMargin: Theme.spaceS
        visible: sheet.form.targets.count === 0
        text: sheet.form.query === "" ? qsTr("Nobody comes near it: look for the household.") : qsTr("No household of this grid is called so.")
        font: Theme.bodySmall
        muted: true
    }

    ListView {
        Layout.fillWidth: true
        implicitHeight: Math.min(contentHeight, Theme.rowHeight * 5)
        model: sheet.form.targets
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        delegate: ListRow {
            required property int index
            required property string subtitle

            width: ListView.view.width
            leftPadding: 0
            rightPadding: 0
            opens: true
            showsChevron: false
            iconName: "household"
            supporting: subtitle
            onClicked: {
                sheet.form.choose(index)
                sheet.close()
            }
        }
    }

    TextAction {
        Layout.fillWidth: true
        text: qsTr("Close")
        onClicked: sheet.close()
    }
}
