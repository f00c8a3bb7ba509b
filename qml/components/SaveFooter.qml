// SPDX-License-Identifier: Apache-2.0
//
// The foot of a form: what went wrong when it was saved, what is still missing or what saving will do, and the button.
import QtQuick
import QtQuick.Layouts
import Qiaomen.Ui

StickyFooter {
    id: footer

    /// What went wrong at the last try; empty again with the next one.
    property string failure
    /// What is missing, or empty.
    property string problem
    /// What saving will do, where that is worth saying.
    property string outlook
    property bool saving: false
    property bool ready: true
    signal saveAsked

    Notice {
        Layout.fillWidth: true
        visible: text !== ""
        text: footer.failure
        tone: StatusChip.Problem
        iconName: "alert"
    }

    AppText {
        Layout.fillWidth: true
        visible: text !== ""
        text: footer.problem !== "" ? footer.problem : footer.outlook
        font: Theme.caption
        color: footer.problem !== "" ? Theme.error : Theme.mutedInk
    }

    PrimaryButton {
        Layout.fillWidth: true
        iconName: "check"
        text: qsTr("Save")
        busy: footer.saving
        enabled: footer.ready && !footer.saving
        onClicked: {
            footer.failure = ""
            footer.saveAsked()
        }
    }
}
