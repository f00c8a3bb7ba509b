// SPDX-License-Identifier: Apache-2.0
//
// One person out of those who are chosen, or out of those who are not. The model has the roles residentId, name, chosen (MovePeople).
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen.Ui

FieldFrame {
    id: group

    required property QtObject people
    /// Among those who are chosen; otherwise among the others.
    required property bool among
    property string current
    readonly property int count: shown.count
    signal picked(string residentId)

    Flow {
        Layout.fillWidth: true
        spacing: Theme.spaceS

        Repeater {
            id: shown

            model: group.people

            Chip {
                required property string residentId
                required property string name
                required property bool chosen

                visible: chosen === group.among
                text: name
                checkable: false
                checked: residentId === group.current
                onClicked: group.picked(residentId)
            }
        }
    }
}
