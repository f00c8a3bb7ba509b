// SPDX-License-Identifier: Apache-2.0
//
// What the household confirms, and which of its people have changed.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

ColumnLayout {
    id: facts

    required property VisitForm form
    required property Vocabulary vocabulary
    property string problem

    spacing: Theme.spaceM

    SectionHeader {
        Layout.fillWidth: true
        title: qsTr("Is everything as before?")
    }

    CheckRow {
        Layout.fillWidth: true
        text: qsTr("Nothing has changed")
        supporting: qsTr("Members, contacts, dwelling and care needs were confirmed")
        checked: facts.form.allConfirmed
        onToggled: {
            if (checked)
                facts.form.confirmAll()
            else
                facts.form.confirmed = []
            checked = Qt.binding(() => facts.form.allConfirmed)
        }
    }

    ChipSet {
        Layout.fillWidth: true
        visible: !facts.form.allConfirmed
        label: qsTr("Or confirm part of it")
        model: facts.vocabulary.choices("visit", "confirmed")
        selected: facts.form.confirmed
        onToggled: code => facts.form.toggleConfirmed(code)
    }

    Card {
        Layout.fillWidth: true
        visible: facts.form.residents.count > 0
        padding: 0
        spacing: 0

        Repeater {
            model: facts.form.residents

            ResidentEditor {
                required property int index

                Layout.fillWidth: true
                vocabulary: facts.vocabulary
                first: index === 0
            }
        }
    }

    AppText {
        Layout.fillWidth: true
        visible: facts.problem !== ""
        text: facts.problem
        font: Theme.caption
        color: Theme.error
    }
}
