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
        id: chips

        // Worked out from the chips: a layout may keep the height of a flow that had no width yet.
        readonly property int lines: {
            let count = 1, filled = 0
            for (const chip of children) {
                if (filled > 0 && filled + chip.implicitWidth > width) {
                    ++count
                    filled = 0
                }
                filled += chip.implicitWidth
            }
            return count
        }

        Layout.fillWidth: true
        Layout.topMargin: -Theme.spaceXs
        Layout.bottomMargin: -Theme.spaceXs
        Layout.preferredHeight: lines * Theme.touch

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
