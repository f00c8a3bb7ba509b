// SPDX-License-Identifier: Apache-2.0
//
// One step of a door order. What is asked for depends on the step; most ask for next to nothing.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

DraftedFormPage {
    id: page

    required property OrderStepForm form
    required property Vocabulary vocabulary

    title: form.actWord
    subtitle: Words.dotted([form.headName, form.subject])
    drafted: form

    ChipSet {
        Layout.fillWidth: true
        visible: page.form.act === "cannot"
        label: page.vocabulary.label("order_step", "reasons")
        model: page.vocabulary.choices("order_step", "reasons")
        selected: page.form.reasons
        problem: page.problemOf("reasons")
        onToggled: code => page.form.toggleReason(code)
    }

    Repeater {
        model: page.form.papers ? 1 : 0

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.spaceS

            SectionHeader {
                Layout.fillWidth: true
                title: qsTr("Papers you take along")
                count: page.form.papers.ticked
            }

            PaperChecklist {
                Layout.fillWidth: true
                papers: page.form.papers
                detailed: true
            }

            AppText {
                Layout.fillWidth: true
                font: Theme.caption
                muted: true
                text: qsTr("The household gets a receipt. Take originals only where a copy will not do.")
            }
        }
    }

    Repeater {
        model: page.form.notifies ? 1 : 0

        NoticeEditor {
            Layout.fillWidth: true
            notice: page.form.notice
            vocabulary: page.vocabulary
            problem: page.problemOf("notice")
        }
    }

    DateField {
        Layout.fillWidth: true
        visible: page.form.asksDay
        label: page.form.act === "collected" ? qsTr("Result and papers back on") : page.vocabulary.label("order_step", "agreed_on")
        optional: page.form.act !== "accepted"
        day: page.form.agreedOn
        planned: true
        helper: page.form.promise
        problem: page.problemOf("agreedOn")
        onPicked: day => page.form.agreedOn = day
    }

    ChoiceGroup {
        Layout.fillWidth: true
        visible: page.form.asksDay && page.form.agreedOn > 0
        columns: 2
        label: page.vocabulary.label("order_step", "agreed_part")
        model: page.vocabulary.choices("order_step", "agreed_part")
        current: page.form.agreedPart
        onChosen: code => page.form.agreedPart = code
    }

    FormField {
        Layout.fillWidth: true
        visible: page.form.act === "delivered"
        label: page.vocabulary.label("order_step", "handed_to")
        text: page.form.handedTo
        problem: page.problemOf("handedTo")
        onEdited: text => page.form.handedTo = text
    }

    TextAreaField {
        Layout.fillWidth: true
        label: page.vocabulary.label("order_step", "words")
        optional: true
        text: page.form.words
        problem: page.problemOf("words")
        onEdited: text => page.form.words = text
    }

    FormField {
        Layout.fillWidth: true
        visible: page.form.act === "accepted" || page.form.act === "done" || page.form.act === "delivered"
        label: page.vocabulary.label("order_step", "companion")
        optional: true
        text: page.form.companion
        problem: page.problemOf("companion")
        onEdited: text => page.form.companion = text
    }
}
