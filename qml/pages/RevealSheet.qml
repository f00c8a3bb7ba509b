// SPDX-License-Identifier: Apache-2.0
//
// A masked number is asked for: a reason first, then the number for a short time.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

Sheet {
    id: sheet

    required property Reveal reveal
    required property Vocabulary vocabulary
    readonly property bool shown: reveal.text !== ""

    title: Words.dotted([reveal.subject, reveal.fieldLabel])
    supporting: shown ? "" : qsTr("Seeing the whole number is logged: who, when and why. The household can be told.")
    onClosed: reveal.hide()

    Connections {
        target: sheet.reveal

        function onFailed(problem: string) {
            failure.text = problem
        }
    }

    AppText {
        Layout.fillWidth: true
        text: sheet.shown ? sheet.reveal.text : sheet.reveal.maskedText
        font: Theme.headline
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.WrapAnywhere
        Accessible.name: text
    }

    AppText {
        Layout.fillWidth: true
        visible: sheet.shown
        text: qsTr("Hidden again in %n second(s)", "", sheet.reveal.secondsLeft)
        font: Theme.bodySmall
        muted: true
        horizontalAlignment: Text.AlignHCenter
    }

    ChipSet {
        Layout.fillWidth: true
        visible: !sheet.shown
        label: sheet.vocabulary.label("read_audit", "reason")
        model: sheet.vocabulary.choices("read_audit", "reason")
        selected: [sheet.reveal.reason]
        onToggled: code => sheet.reveal.reason = code
    }

    FormField {
        Layout.fillWidth: true
        visible: !sheet.shown
        label: sheet.vocabulary.label("read_audit", "words")
        optional: sheet.reveal.reason !== "other"
        text: sheet.reveal.words
        onEdited: text => sheet.reveal.words = text
    }

    Notice {
        id: failure

        Layout.fillWidth: true
        visible: text !== ""
        text: ""
        tone: StatusChip.Problem
        iconName: "alert"
    }

    PrimaryButton {
        Layout.fillWidth: true
        visible: !sheet.shown
        iconName: "eye"
        text: qsTr("Show it")
        busy: sheet.reveal.saving
        enabled: sheet.reveal.ready && sheet.reveal.problem === "" && !sheet.reveal.saving
        onClicked: {
            failure.text = ""
            sheet.reveal.show()
        }
    }

    TextAction {
        Layout.fillWidth: true
        text: sheet.shown ? qsTr("Hide it") : qsTr("Cancel")
        onClicked: sheet.close()
    }
}
