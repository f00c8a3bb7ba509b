// SPDX-License-Identifier: Apache-2.0
//
// What may be done next: the most likely act as the one primary button, the others behind "more". `acts` are codes, `words` beside them.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen.Ui

ColumnLayout {
    id: next

    required property list<string> acts
    required property list<string> words
    property bool opened: false
    signal chosen(string act)

    spacing: Theme.spaceS
    onActsChanged: opened = false

    GridLayout {
        Layout.fillWidth: true
        visible: next.opened
        columns: width >= 520 ? 2 : 1
        rowSpacing: Theme.spaceS
        columnSpacing: Theme.spaceS

        Repeater {
            model: next.opened ? next.acts.slice(1) : []

            OutlineButton {
                required property int index
                required property string modelData

                Layout.fillWidth: true
                text: next.words[index + 1] ?? ""
                onClicked: next.chosen(modelData)
            }
        }
    }

    RowLayout {
        Layout.fillWidth: true
        visible: next.acts.length > 0
        spacing: Theme.spaceS

        PrimaryButton {
            Layout.fillWidth: true
            text: next.words[0] ?? ""
            onClicked: next.chosen(next.acts[0])
        }

        IconAction {
            visible: next.acts.length > 1
            iconName: next.opened ? "chevron-down" : "more"
            text: next.opened ? qsTr("Show less") : qsTr("Something else happened")
            onClicked: next.opened = !next.opened
        }
    }
}
