// SPDX-License-Identifier: Apache-2.0
//
// The frame of every field: its label above, the control, and below it either the problem or some help.
// A label never hides inside the control, so that it can still be read when the field is filled in.
import QtQuick
import QtQuick.Layouts
import Qiaomen.Ui

ColumnLayout {
    id: frame

    property string label
    property string helper
    /// Why the present answer cannot be saved, or empty.
    property string problem
    property bool optional: false
    default property alias control: slot.data

    spacing: Theme.spaceXs

    // Placed by hand, its height worked out from the words: a layout keeps the height that a wrapped text had while it had no width.
    Item {
        id: heading

        readonly property int natural: Math.ceil(measure.advanceWidth) + 1
        /// No field is narrower: smaller widths are those of a layout that is still being made.
        readonly property int room: Math.max(120, width - (frame.optional ? aside.implicitWidth + Theme.spaceS : 0))

        Layout.fillWidth: true
        visible: frame.label !== ""
        implicitHeight: Math.ceil(measure.height) * (natural > room ? Math.ceil(natural * 1.1 / room) : 1)

        TextMetrics {
            id: measure

            font: Theme.labelSmall
            text: frame.label
        }

        AppText {
            id: name

            width: Math.min(heading.natural, heading.room)
            text: frame.label
            font: Theme.labelSmall
            color: frame.problem !== "" ? Theme.error : Theme.surfaceInk
        }

        AppText {
            id: aside

            anchors.baseline: name.baseline
            x: name.width + Theme.spaceS
            visible: frame.optional
            text: qsTr("optional")
            font: Theme.caption
            muted: true
            wrapMode: Text.NoWrap
        }
    }

    ColumnLayout {
        id: slot

        Layout.fillWidth: true
        spacing: Theme.spaceS
    }

    RowLayout {
        Layout.fillWidth: true
        visible: frame.problem !== "" || frame.helper !== ""
        spacing: Theme.spaceXs

        Icon {
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: 1
            visible: frame.problem !== ""
            name: "alert"
            size: Theme.iconS
            color: Theme.error
        }

        AppText {
            Layout.fillWidth: true
            text: frame.problem !== "" ? frame.problem : frame.helper
            font: Theme.caption
            color: frame.problem !== "" ? Theme.error : Theme.mutedInk
        }
    }
}
