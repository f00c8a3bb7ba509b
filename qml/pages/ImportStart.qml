// SPDX-License-Identifier: Apache-2.0
//
// What the import takes in and what it does, before a file is chosen; and the rows of earlier ones that still wait.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen.Ui

ScrollColumn {
    id: start

    property int openNotes: 0
    signal notesAsked

    AppText {
        Layout.fillWidth: true
        text: qsTr("The visits that your office keeps in its own workbook. Nothing is saved before you have seen every row.")
    }

    Card {
        Layout.fillWidth: true
        visible: start.openNotes > 0
        padding: 0

        ListRow {
            Layout.fillWidth: true
            opens: true
            iconName: "note"
            title: qsTr("%n row(s) without a household", "", start.openNotes)
            supporting: qsTr("Kept from earlier imports: look whether they fit now")
            onClicked: start.notesAsked()
        }
    }

    SectionHeader {
        Layout.fillWidth: true
        title: qsTr("What it reads")
    }

    Card {
        Layout.fillWidth: true

        AppText {
            Layout.fillWidth: true
            text: qsTr("A workbook (.xlsx), or a table as .csv, with these heads in any order:")
            font: Theme.bodySmall
        }

        Flow {
            Layout.fillWidth: true
            spacing: Theme.spaceXs

            Repeater {
                // The office's own words, in every language of the app.
                model: ["走访对象", "居住地址", "方式", "走访时间", "参与人员", "走访详情", "服务标签"]

                StatusChip {
                    required property string modelData

                    text: modelData
                }
            }
        }

        AppText {
            Layout.fillWidth: true
            text: qsTr("Needed are whom and when. Dates may be written as you do: 2026年11月3日 上午, 11/3, 2026-11-03.")
            font: Theme.bodySmall
            muted: true
        }
    }

    SectionHeader {
        Layout.fillWidth: true
        title: qsTr("What it does")
    }

    Card {
        Layout.fillWidth: true
        spacing: Theme.spaceS

        FactLine { iconName: "household"; text: qsTr("Finds each row's household by name and address: 3栋2单元402 and 3-2-402 are the same door.") }
        FactLine { iconName: "receipt"; text: qsTr("Makes no doubles: what is there already stays as it is, also when you bring in the same file again.") }
        FactLine { iconName: "undo"; text: qsTr("Can be taken back as a whole.") }
    }
}
