// SPDX-License-Identifier: Apache-2.0
//
// What was agreed at the door: the next step, and when.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

ColumnLayout {
    id: agreement

    required property VisitForm form
    required property Vocabulary vocabulary
    property string stepProblem
    property string dateProblem

    spacing: Theme.spaceM

    SectionHeader {
        Layout.fillWidth: true
        title: qsTr("Agreed next")
    }

    TextAreaField {
        Layout.fillWidth: true
        label: agreement.vocabulary.label("visit", "next_step")
        optional: true
        minimumLines: 1
        problem: agreement.stepProblem
        text: agreement.form.nextStep
        onEdited: text => agreement.form.nextStep = text
    }

    DateField {
        Layout.fillWidth: true
        label: agreement.vocabulary.label("visit", "next_date")
        optional: true
        problem: agreement.dateProblem
        day: agreement.form.nextDate
        planned: true
        onPicked: day => agreement.form.nextDate = day
    }
}
