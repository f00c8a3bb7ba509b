// SPDX-License-Identifier: Apache-2.0
//
// A hazard, as it is found. Its position is optional, and is the thing's, never the worker's.
import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

FindingCard {
    id: card

    required property HazardForm form
    required property Vocabulary vocabulary

    title: qsTr("Hazard")
    iconName: "hazard"
    iconInk: Theme.errorContainerInk
    iconFill: Theme.errorContainer

    ChipSet {
        Layout.fillWidth: true
        label: card.vocabulary.label("hazard", "kind")
        model: card.vocabulary.choices("hazard", "kind")
        selected: [card.form.kind]
        onToggled: code => card.form.kind = code
    }

    ChoiceGroup {
        Layout.fillWidth: true
        label: card.vocabulary.label("hazard", "risk")
        model: card.vocabulary.choices("hazard", "risk")
        current: card.form.risk
        helper: card.form.advice
        onChosen: code => card.form.risk = code
    }

    FormField {
        Layout.fillWidth: true
        label: card.vocabulary.label("hazard", "place")
        text: card.form.place
        onEdited: text => card.form.place = text
    }

    TextAreaField {
        Layout.fillWidth: true
        label: qsTr("Description")
        optional: true
        text: card.form.text
        onEdited: text => card.form.text = text
    }

    PhotosEditor {
        Layout.fillWidth: true
        photos: card.form.photos
        vocabulary: card.vocabulary
        stage: card.form.fixedOnSpot && card.form.photos.count > 0 ? "after" : "before"
    }

    PositionField {
        Layout.fillWidth: true
        position: card.form.position
        onStartAsked: card.form.startPosition()
        onStopAsked: card.form.stopPosition()
        onClearAsked: card.form.clearPosition()
    }

    CheckRow {
        Layout.fillWidth: true
        text: qsTr("Put right while I was there")
        checked: card.form.fixedOnSpot
        onToggled: card.form.fixedOnSpot = checked
    }

    FormField {
        Layout.fillWidth: true
        visible: !card.form.fixedOnSpot
        label: card.vocabulary.label("hazard", "responsible")
        optional: true
        text: card.form.responsible
        onEdited: text => card.form.responsible = text
    }

    DateField {
        Layout.fillWidth: true
        visible: !card.form.fixedOnSpot
        label: card.vocabulary.label("hazard", "rectify_by")
        day: card.form.rectifyBy
        planned: true
        onPicked: day => card.form.rectifyBy = day
    }
}
