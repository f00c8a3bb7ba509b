// SPDX-License-Identifier: Apache-2.0
//
// How a household is reached and visited. Only what differs is written, so two people who change different fields never meet.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

AppPage {
    id: page

    required property HouseholdForm form
    required property Vocabulary vocabulary
    signal finished

    title: qsTr("Edit household")
    subtitle: form.headName
    canGoBack: true
    scrolled: scroller.scrolled

    Connections {
        target: page.form

        function onSaved() {
            page.finished()
        }

        function onFailed(problem: string) {
            footer.failure = problem
        }
    }

    ScrollColumn {
        id: scroller

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: footer.top
        visible: page.form.ready

        DraftNotice {
            Layout.fillWidth: true
            visible: page.form.recovered
            onAction: page.form.discard()
        }

        FormField {
            Layout.fillWidth: true
            label: page.vocabulary.label("household", "head_name")
            text: page.form.headName
            iconName: "person"
            onEdited: text => page.form.headName = text
        }

        FormField {
            Layout.fillWidth: true
            label: page.vocabulary.label("household", "phone")
            optional: true
            helper: page.form.phoneMasked !== "" ? qsTr("Stored: %1. Type only to replace it.").arg(page.form.phoneMasked) : ""
            text: page.form.phone
            iconName: "phone"
            inputMethodHints: Qt.ImhDialableCharactersOnly
            onEdited: text => page.form.phone = text
        }

        ChoiceGroup {
            Layout.fillWidth: true
            label: page.vocabulary.label("household", "contact_way")
            model: page.vocabulary.choices("household", "contact_way")
            columns: scroller.width >= 600 ? 4 : 2
            current: page.form.contactWay
            onChosen: code => page.form.contactWay = code
        }

        FormField {
            Layout.fillWidth: true
            label: page.vocabulary.label("household", "quiet_hours")
            optional: true
            helper: qsTr("For example 20:30-08:30, 12:00-14:00")
            text: page.form.quietHours
            iconName: "quiet"
            onEdited: text => page.form.quietHours = text
        }

        TextAreaField {
            Layout.fillWidth: true
            label: page.vocabulary.label("household", "do_not_ask")
            optional: true
            helper: qsTr("What this household does not wish to be asked again")
            text: page.form.doNotAsk
            onEdited: text => page.form.doNotAsk = text
        }

        ChipSet {
            Layout.fillWidth: true
            label: page.vocabulary.label("household", "tags")
            model: page.vocabulary.choices("household", "tags")
            selected: page.form.tags
            onToggled: code => page.form.toggleTag(code)
        }

        DateField {
            Layout.fillWidth: true
            label: page.vocabulary.label("household", "next_visit")
            optional: true
            day: page.form.nextVisit
            planned: true
            onPicked: day => page.form.nextVisit = day
        }

        TextAreaField {
            Layout.fillWidth: true
            label: page.vocabulary.label("household", "note")
            optional: true
            text: page.form.note
            onEdited: text => page.form.note = text
        }
    }

    LoadingHint {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.margin
        visible: !page.form.ready
    }

    SaveFooter {
        id: footer

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        problem: page.form.dirty ? page.form.problem : ""
        saving: page.form.saving
        ready: page.form.dirty && page.form.problem === ""
        onSaveAsked: page.form.save()
    }
}
