// SPDX-License-Identifier: Apache-2.0
//
// A sensitive value, masked until the worker asks for it. Asking is a signal: whoever answers gives a reason, logs it and sets `revealed`.
import QtQuick
import QtQuick.Layouts
import Qiaomen.Ui

RowLayout {
    id: masked

    required property string label
    required property string maskedText
    property string revealedText
    readonly property bool revealed: revealedText !== ""
    signal revealAsked
    signal hideAsked

    spacing: Theme.spaceS

    KeyValueRow {
        Layout.fillWidth: true
        label: masked.label
        value: masked.revealed ? masked.revealedText : masked.maskedText
    }

    IconAction {
        iconName: masked.revealed ? "eye-off" : "eye"
        text: masked.revealed ? qsTr("Hide %1").arg(masked.label) : qsTr("Show %1").arg(masked.label)
        onClicked: masked.revealed ? masked.hideAsked() : masked.revealAsked()
    }
}
