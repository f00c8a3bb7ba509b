// SPDX-License-Identifier: Apache-2.0
//
// Papers to tick: what is there, or what is taken along, as an original or a copy. The names are the roles of PaperList.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

ColumnLayout {
    id: list

    required property PaperList papers
    /// Original or copy, and how many, of what is ticked.
    property bool detailed: false

    spacing: Theme.spaceS

    Repeater {
        model: list.papers

        ColumnLayout {
            id: paper

            required property int index
            required property string name
            required property bool ticked
            required property bool original
            required property int copies

            Layout.fillWidth: true
            spacing: Theme.spaceS

            CheckRow {
                Layout.fillWidth: true
                text: paper.name
                checked: paper.ticked
                onClicked: list.papers.toggle(paper.index)
            }

            Flow {
                Layout.fillWidth: true
                Layout.leftMargin: Theme.spaceL
                visible: list.detailed && paper.ticked
                spacing: Theme.spaceS

                Chip {
                    text: paper.original ? qsTr("Original") : qsTr("Copy")
                    checked: paper.original
                    Accessible.description: qsTr("Original or copy of: %1").arg(paper.name)
                    onClicked: list.papers.setOriginal(paper.index, !paper.original)
                }

                Stepper {
                    label: qsTr("How many")
                    value: paper.copies
                    from: 1
                    onStepped: value => list.papers.setCopies(paper.index, value)
                }
            }
        }
    }

    FormField {
        id: other

        Layout.fillWidth: true
        visible: list.detailed
        label: qsTr("Another paper")
        optional: true
        onEdited: text => other.text = text
    }

    OutlineButton {
        visible: list.detailed
        enabled: other.text.trim() !== ""
        iconName: "plus"
        text: qsTr("Add this paper")
        onClicked: {
            list.papers.add(other.text)
            other.text = ""
        }
    }
}
