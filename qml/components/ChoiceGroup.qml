// SPDX-License-Identifier: Apache-2.0
//
// One answer out of a few, side by side or stacked. The answers are either written down in `choices`, or come from a model with the roles
// code and label (Vocabulary.choices()).
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen.Ui

FieldFrame {
    id: group

    property list<Choice> choices
    property QtObject model
    /// The code of the chosen one, or empty.
    property string current
    property bool stacked: false
    property bool withIcons: false
    /// How many stand side by side when not stacked.
    property int columns: 3
    signal chosen(string code)

    GridLayout {
        Layout.fillWidth: true
        columns: group.stacked ? 1 : Math.max(1, Theme.elder && group.width < Theme.compactWidth ? Math.min(2, group.columns) : group.columns)
        columnSpacing: Theme.spaceS
        rowSpacing: Theme.spaceS

        Repeater {
            model: group.choices

            ChoiceButton {
                // Null for the moment in which the group and its answers are taken down.
                required property Choice modelData

                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.minimumHeight: implicitHeight
                Layout.preferredWidth: 1
                wide: group.stacked
                label: modelData?.label ?? ""
                supporting: modelData?.supporting ?? ""
                iconName: modelData?.iconName ?? ""
                checked: modelData !== null && group?.current === modelData.code
                onClicked: group.chosen(modelData.code)
            }
        }

        Repeater {
            model: group.model

            ChoiceButton {
                required property string code

                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.minimumHeight: implicitHeight
                Layout.preferredWidth: 1
                wide: group.stacked
                iconName: group.withIcons ? Icons.ofCode(code) : ""
                checked: group.current === code
                onClicked: group.chosen(code)
            }
        }
    }
}
