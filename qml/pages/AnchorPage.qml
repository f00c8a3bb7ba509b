// SPDX-License-Identifier: Apache-2.0
//
// A lease, a trade or a certificate that holds somebody here, and until when.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

AppPage {
    id: page

    required property AnchorForm form
    required property Vocabulary vocabulary
    signal finished

    title: form.isNew ? qsTr("New anchor") : qsTr("Anchor")
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

        ChoiceGroup {
            Layout.fillWidth: true
            label: page.vocabulary.label("anchor", "kind")
            model: page.vocabulary.choices("anchor", "kind")
            columns: Theme.elder ? 1 : 3
            current: page.form.kind
            onChosen: code => page.form.kind = code
        }

        FormField {
            Layout.fillWidth: true
            label: page.vocabulary.label("anchor", "title")
            helper: qsTr("For example: lease, business licence, residence permit")
            text: page.form.title
            onEdited: text => page.form.title = text
        }

        FormField {
            Layout.fillWidth: true
            label: page.vocabulary.label("anchor", "papers")
            optional: true
            helper: page.form.papersMasked !== "" ? qsTr("Stored: %1. Type only to replace it.").arg(page.form.papersMasked) : ""
            text: page.form.papers
            iconName: "card"
            onEdited: text => page.form.papers = text
        }

        FieldFrame {
            Layout.fillWidth: true
            label: qsTr("Whose")
            optional: true
            helper: qsTr("Nobody chosen: the whole household's")

            Flow {
                Layout.fillWidth: true
                spacing: Theme.spaceS

                Repeater {
                    model: page.form.people

                    Chip {
                        required property string residentId
                        required property string name
                        required property bool chosen

                        text: name
                        checkable: false
                        checked: chosen
                        onClicked: page.form.toggle(residentId)
                    }
                }
            }
        }

        DateField {
            Layout.fillWidth: true
            label: page.vocabulary.label("anchor", "from_day")
            optional: true
            day: page.form.from
            onPicked: day => page.form.from = day
        }

        DateField {
            Layout.fillWidth: true
            label: page.vocabulary.label("anchor", "expires")
            optional: true
            day: page.form.expires
            onPicked: day => page.form.expires = day
        }

        DateField {
            Layout.fillWidth: true
            visible: !page.form.isNew
            label: page.vocabulary.label("anchor", "ended")
            optional: true
            day: page.form.ended
            onPicked: day => page.form.ended = day
        }

        TextAreaField {
            Layout.fillWidth: true
            label: page.vocabulary.label("anchor", "note")
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
        visible: !page.form.ready && footer.failure === ""
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
