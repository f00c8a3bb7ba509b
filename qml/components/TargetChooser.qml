// SPDX-License-Identifier: Apache-2.0
//
// A door or a household that is looked for and chosen. The model has the roles title and subtitle (MoveTargets).
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen.Ui

FieldFrame {
    id: chooser

    required property QtObject targets
    property string hint
    /// The chosen one, in words.
    property string target
    property string query
    signal searched(string text)
    signal picked(int row)

    StatusChip {
        visible: chooser.target !== ""
        text: chooser.target
        tone: StatusChip.Good
        iconName: "check"
        Layout.maximumWidth: chooser.width
    }

    SearchField {
        Layout.fillWidth: true
        hint: chooser.hint
        text: chooser.query
        onSearched: text => chooser.searched(text)
    }

    Repeater {
        model: chooser.targets

        ListRow {
            required property int index
            required property string subtitle

            Layout.fillWidth: true
            raised: true
            opens: true
            showsChevron: false
            supporting: subtitle
            onClicked: chooser.picked(index)
        }
    }
}
