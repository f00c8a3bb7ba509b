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

    // Placed by hand: a field that comes into sight later would keep the height that its wrapped label had at no width.
    Item {
        Layout.fillWidth: true
        visible: frame.label !== ""
        implicitHeight: name.height

        TextMetrics {
            id: measure

            font: Theme.labelSmall
            text: frame.label
        }

        AppText {
            id: name

            readonly property int natural: Math.ceil(measure.advanceWidth) + 1

            width: parent.width > 0 ? Math.min(natural, parent.width - (aside.visible ? aside.width + Theme.spaceS : 0)) : natural
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
