// SPDX-License-Identifier: Apache-2.0
//
// One question of a leader at the door: its answers, and the two that are always allowed. Nothing has to be answered.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

ColumnLayout {
    id: editor

    required property QuestionForm form
    required property Vocabulary vocabulary
    readonly property bool answered: form.response === "answered" || form.response === ""
    readonly property string helper: Words.dotted([form.help, form.known !== "" ? qsTr("Last told: %1").arg(form.known) : "",
        form.known !== "" && form.knownAt > 0 ? Words.ago(form.knownAt) : "", form.known !== "" ? form.knownBy : ""])
    readonly property string label: form.unit !== "" && form.kind === "number" ? qsTr("%1 (%2)", "a question, the unit of its answer").arg(form.text).arg(form.unit) : form.text
    readonly property bool manyOptions: form.kind === "several" || form.options.count > 3

    visible: form.open
    spacing: Theme.spaceS

    ColumnLayout {
        Layout.fillWidth: true
        Layout.topMargin: Theme.spaceXs
        visible: editor.form.leads
        spacing: 2

        AppText {
            Layout.fillWidth: true
            text: editor.form.person !== "" ? Words.dotted([editor.form.setTitle, editor.form.person]) : editor.form.setTitle
            font: Theme.label
        }

        AppText {
            Layout.fillWidth: true
            text: qsTr("%1 asks: %2", "who asks, what for").arg(editor.form.askedBy).arg(editor.form.purpose)
            font: Theme.caption
            muted: true
        }
    }

    Card {
        Layout.fillWidth: true
        spacing: Theme.spaceS

        Repeater {
            model: (editor.form.kind === "yes_no" || editor.form.kind === "one") && !editor.manyOptions ? 1 : 0

            ChoiceGroup {
                Layout.fillWidth: true
                label: editor.label
                helper: editor.helper
                problem: editor.form.problem
                columns: editor.form.options.count
                model: editor.form.options
                current: editor.form.value
                onChosen: code => editor.form.toggle(code)
            }
        }

        Repeater {
            model: editor.manyOptions ? 1 : 0

            ChipSet {
                Layout.fillWidth: true
                label: editor.label
                helper: editor.helper !== "" ? editor.helper : editor.form.kind === "several" ? qsTr("Several are possible") : ""
                problem: editor.form.problem
                model: editor.form.options
                selected: editor.form.chosen
                onToggled: code => editor.form.toggle(code)
            }
        }

        Repeater {
            model: editor.form.kind === "number" ? 1 : 0

            FormField {
                Layout.fillWidth: true
                label: editor.label
                helper: editor.helper
                problem: editor.form.problem
                text: editor.form.value
                inputMethodHints: Qt.ImhFormattedNumbersOnly
                onEdited: text => editor.form.value = text
            }
        }

        Repeater {
            model: editor.form.kind === "date" ? 1 : 0

            DateField {
                Layout.fillWidth: true
                label: editor.label
                helper: editor.helper
                problem: editor.form.problem
                day: editor.form.day
                onPicked: day => editor.form.day = day
            }
        }

        Repeater {
            model: editor.form.kind === "text" ? 1 : 0

            TextAreaField {
                Layout.fillWidth: true
                label: editor.label
                helper: editor.helper
                problem: editor.form.problem
                minimumLines: 1
                text: editor.form.value
                onEdited: text => editor.form.value = text
            }
        }

        Flow {
            Layout.fillWidth: true
            Layout.bottomMargin: -Theme.spaceS
            spacing: Theme.spaceS

            Repeater {
                model: ["declined", "not_asked"]

                Chip {
                    required property string modelData

                    text: editor.vocabulary.word("question_answer", "response", modelData)
                    checkable: false
                    checked: editor.form.response === modelData
                    onClicked: editor.form.response = modelData
                }
            }
        }
    }
}
