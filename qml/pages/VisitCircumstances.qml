// SPDX-License-Identifier: Apache-2.0
//
// How the visit was: filled in for the usual case, and here to be changed. Folded up until somebody wants it.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

ColumnLayout {
    id: circumstances

    required property VisitForm form
    required property Vocabulary vocabulary
    property string remarkProblem

    spacing: Theme.spaceM

    SectionHeader {
        Layout.fillWidth: true
        title: qsTr("About this visit")
    }

    TextAreaField {
        Layout.fillWidth: true
        label: circumstances.vocabulary.label("visit", "remark")
        optional: true
        problem: circumstances.remarkProblem
        text: circumstances.form.remark
        onEdited: text => circumstances.form.remark = text
    }

    FormField {
        Layout.fillWidth: true
        visible: circumstances.form.met
        label: circumstances.vocabulary.label("visit", "persons_met")
        optional: true
        text: circumstances.form.personsMet
        onEdited: text => circumstances.form.personsMet = text
    }

    ChoiceGroup {
        Layout.fillWidth: true
        label: circumstances.vocabulary.label("visit", "way")
        model: circumstances.vocabulary.choices("visit", "way")
        current: circumstances.form.way
        onChosen: code => circumstances.form.way = code
    }

    ChipSet {
        Layout.fillWidth: true
        label: circumstances.vocabulary.label("visit", "reasons")
        model: circumstances.vocabulary.choices("visit", "reasons")
        selected: circumstances.form.reasons
        onToggled: code => circumstances.form.toggleReason(code)
    }

    CheckRow {
        Layout.fillWidth: true
        text: circumstances.vocabulary.label("visit", "card_left")
        checked: circumstances.form.cardLeft
        onToggled: circumstances.form.cardLeft = checked
    }

    DateField {
        Layout.fillWidth: true
        label: qsTr("Day of the visit")
        helper: qsTr("Today, unless you write it down later")
        day: circumstances.form.occurredAt
        clearable: false
        onPicked: day => circumstances.form.occurredAt = Words.atTimeOf(day, circumstances.form.occurredAt)
    }
}
