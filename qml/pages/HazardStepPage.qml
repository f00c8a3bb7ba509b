// SPDX-License-Identifier: Apache-2.0
//
// One step of a hazard: a notice, a look at it again, more time, the report upward, the closing.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

DraftedFormPage {
    id: page

    required property HazardStepForm form
    required property Vocabulary vocabulary

    title: form.actWord
    subtitle: Words.dotted([form.subject, form.place])
    drafted: form

    Notice {
        Layout.fillWidth: true
        visible: page.problemOf("act") !== ""
        text: page.problemOf("act")
        iconName: "conflict"
        tone: StatusChip.Warning
    }

    FormField {
        Layout.fillWidth: true
        visible: page.form.asksWhom
        label: page.form.act === "notice" ? page.vocabulary.label("hazard", "responsible") : qsTr("Reported to")
        text: page.form.toWhom
        problem: page.problemOf("toWhom")
        onEdited: text => page.form.toWhom = text
    }

    DateField {
        Layout.fillWidth: true
        visible: page.form.asksLimit
        label: page.vocabulary.label("hazard_step", "until")
        day: page.form.until
        planned: true
        problem: page.problemOf("until")
        onPicked: day => page.form.until = day
    }

    TextAreaField {
        Layout.fillWidth: true
        label: page.vocabulary.label("hazard_step", "words")
        optional: page.form.act !== "extended"
        text: page.form.words
        problem: page.problemOf("words")
        onEdited: text => page.form.words = text
    }

    Notice {
        Layout.fillWidth: true
        visible: page.form.act === "closed"
        iconName: "photo"
        text: qsTr("A photo of what was put right can be added afterwards, beside the one from before.")
    }
}
