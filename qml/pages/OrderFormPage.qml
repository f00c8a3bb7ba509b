// SPDX-License-Identifier: Apache-2.0
//
// A new door order: what, for whom, how, and when the household wishes it.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

DraftedFormPage {
    id: page

    required property DoorOrderForm form
    required property Vocabulary vocabulary
    /// Somebody wants to choose from the catalogue.
    signal itemAsked

    title: qsTr("New door order")
    subtitle: Words.dotted([form.headName, form.address])
    drafted: form

    ChoiceGroup {
        Layout.fillWidth: true
        label: page.vocabulary.label("door_order", "kind")
        model: page.vocabulary.choices("door_order", "kind")
        current: page.form.kind
        problem: page.problemOf("kind")
        onChosen: code => page.form.kind = code
    }

    SectionHeader {
        Layout.fillWidth: true
        title: qsTr("What is asked for")
    }

    Card {
        Layout.fillWidth: true
        padding: 0

        ListRow {
            Layout.fillWidth: true
            opens: true
            iconName: "note"
            title: page.form.itemName !== "" ? page.form.itemName : qsTr("Choose from the catalogue")
            supporting: page.form.itemName !== "" ? qsTr("Choose another one") : qsTr("So that the papers are listed completely")
            onClicked: page.itemAsked()
        }
    }

    TextAction {
        Layout.topMargin: -Theme.spaceM
        visible: page.form.item !== ""
        iconName: "close"
        text: qsTr("Not an item of the catalogue")
        onClicked: page.form.item = ""
    }

    Notice {
        Layout.fillWidth: true
        visible: page.form.materials.length > 0
        iconName: "card"
        title: qsTr("Papers that it needs")
        text: Words.bulleted(page.form.materials)
    }

    TextAreaField {
        Layout.fillWidth: true
        label: qsTr("In own words")
        optional: page.form.item !== ""
        text: page.form.what
        problem: page.problemOf("what")
        onEdited: text => page.form.what = text
    }

    ChipSet {
        Layout.fillWidth: true
        visible: people.count > 0
        label: page.vocabulary.label("door_order", "resident")
        model: people
        selected: [page.form.resident]
        onToggled: code => page.form.resident = page.form.resident === code ? "" : code
    }

    ListModel {
        id: people
    }

    Connections {
        target: page.form

        function onPeopleIdsChanged() {
            page.listPeople()
        }
    }

    Component.onCompleted: listPeople()

    function listPeople() {
        people.clear()
        for (let at = 0; at < form.peopleIds.length; ++at)
            people.append({ code: form.peopleIds[at], label: form.peopleNames[at] })
    }

    CheckRow {
        Layout.fillWidth: true
        visible: page.form.kind === "proxy"
        text: page.vocabulary.label("door_order", "entrusted")
        supporting: page.form.proxyRule !== "" ? qsTr("Who may act: %1").arg(page.form.proxyRule) : ""
        checked: page.form.entrusted
        onToggled: page.form.entrusted = checked
    }

    SectionHeader {
        Layout.fillWidth: true
        title: qsTr("When it suits them")
    }

    DateField {
        Layout.fillWidth: true
        label: page.vocabulary.label("door_order", "wanted_on")
        optional: true
        day: page.form.wantedOn
        planned: true
        problem: page.problemOf("wantedOn")
        onPicked: day => page.form.wantedOn = day
    }

    ChoiceGroup {
        Layout.fillWidth: true
        visible: page.form.wantedOn > 0
        columns: 2
        label: page.vocabulary.label("door_order", "wanted_part")
        model: page.vocabulary.choices("door_order", "wanted_part")
        current: page.form.wantedPart
        onChosen: code => page.form.wantedPart = code
    }

    ChipSet {
        Layout.fillWidth: true
        label: page.vocabulary.label("door_order", "channel")
        model: page.vocabulary.choices("door_order", "channel")
        selected: [page.form.channel]
        onToggled: code => page.form.channel = code
    }
}
