// SPDX-License-Identifier: Apache-2.0
//
// Some answers out of many, as chips. The model has the roles code and label (Vocabulary.choices()).
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen.Ui

FieldFrame {
    id: group

    property QtObject model
    /// The codes of those that are on.
    property list<string> selected
    signal toggled(string code)

    Flow {
        Layout.fillWidth: true
        Layout.topMargin: -Theme.spaceXs
        Layout.bottomMargin: -Theme.spaceXs

        Repeater {
            model: group.model

            // A chip is touched over its whole height, more than is painted: that is gap enough between two lines.
            Item {
                id: place

                required property string code
                required property string label

                implicitWidth: chip.implicitWidth + Theme.spaceS
                implicitHeight: chip.implicitHeight

                Chip {
                    id: chip

                    text: place.label
                    checkable: false
                    checked: group.selected.includes(place.code)
                    onClicked: group.toggled(place.code)
                }
            }
        }
    }
}
