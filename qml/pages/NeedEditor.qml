// SPDX-License-Identifier: Apache-2.0
//
// A need, as it is heard at the door.
import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

FindingCard {
    id: card

    required property NeedForm form
    required property Vocabulary vocabulary

    title: qsTr("Need")
    iconName: "need"

    TextAreaField {
        Layout.fillWidth: true
        label: qsTr("What is needed")
        text: card.form.text
        onEdited: text => card.form.text = text
    }

    ChipSet {
        Layout.fillWidth: true
        label: card.vocabulary.label("need", "kind")
        model: card.vocabulary.choices("need", "kind")
        selected: [card.form.kind]
        onToggled: code => card.form.kind = code
    }

    ChoiceGroup {
        Layout.fillWidth: true
        label: card.vocabulary.label("need", "urgency")
        model: card.vocabulary.choices("need", "urgency")
        current: card.form.urgency
        onChosen: code => card.form.urgency = code
    }

    ChoiceGroup {
        Layout.fillWidth: true
        label: card.vocabulary.label("need", "route")
        model: card.vocabulary.choices("need", "route")
        current: card.form.route
        onChosen: code => card.form.route = code
    }

    CheckRow {
        Layout.fillWidth: true
        text: qsTr("Wishes to hear what came of it")
        checked: card.form.wantsReply
        onToggled: card.form.wantsReply = checked
    }
}
