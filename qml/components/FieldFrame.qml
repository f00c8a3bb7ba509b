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

    RowLayout {
        Layout.fillWidth: true
        visible: frame.label !== ""
        spacing: Theme.spaceS

        AppText {
            Layout.fillWidth: !frame.optional
            text: frame.label
            font: Theme.labelSmall
            color: frame.problem !== "" ? Theme.error : Theme.surfaceInk
        }

        AppText {
            Layout.fillWidth: true
            visible: frame.optional
            text: qsTr("optional")
            font: Theme.caption
            muted: true
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
