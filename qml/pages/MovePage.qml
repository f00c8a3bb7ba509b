// SPDX-License-Identifier: Apache-2.0
//
// Writing down who came, who left, who founded a household of their own, or whom a household joined. What each kind needs, the form says.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

AppPage {
    id: page

    required property MoveForm form
    required property Vocabulary vocabulary
    readonly property bool leaving: form.kind === MoveForm.Out || form.kind === MoveForm.Split
    readonly property bool incoming: form.kind === MoveForm.In
    signal finished

    title: form.kind === MoveForm.In ? qsTr("Move in") : form.kind === MoveForm.Out ? qsTr("Move out")
        : form.kind === MoveForm.Split ? qsTr("Split household") : qsTr("Join households")
    subtitle: Words.dotted([form.headName, form.address])
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

        SectionHeader {
            Layout.fillWidth: true
            visible: page.form.people.count > 0
            title: page.incoming ? qsTr("Comes back") : page.form.kind === MoveForm.Join ? qsTr("Who joins") : qsTr("Who leaves")
        }

        Repeater {
            model: page.form.people

            CheckRow {
                id: person

                required property string residentId
                required property string name
                required property string about
                required property bool chosen

                Layout.fillWidth: true
                text: name
                supporting: about
                checked: chosen
                checkable: false
                enabled: page.form.kind !== MoveForm.Join
                onClicked: page.form.toggle(residentId)
            }
        }

        PersonChoice {
            Layout.fillWidth: true
            visible: page.form.kind === MoveForm.Split && count > 0
            label: qsTr("Head of the new household")
            people: page.form.people
            among: true
            current: page.form.newHead
            onPicked: residentId => page.form.newHead = residentId
        }

        PersonChoice {
            Layout.fillWidth: true
            visible: page.form.needsStayingHead
            label: qsTr("Head of those who stay")
            people: page.form.people
            among: false
            current: page.form.stayingHead
            onPicked: residentId => page.form.stayingHead = residentId
        }

        ChoiceGroup {
            Layout.fillWidth: true
            visible: page.form.kind === MoveForm.Split
            label: qsTr("Where the new household lives")
            columns: 2
            current: page.form.sameDoor ? "same" : "other"
            choices: [
                Choice { code: "same"; label: qsTr("Behind the same door") },
                Choice { code: "other"; label: qsTr("Behind another door") }
            ]
            onChosen: code => page.form.sameDoor = code === "same"
        }

        TargetChooser {
            Layout.fillWidth: true
            visible: page.form.kind === MoveForm.Join || (page.form.kind === MoveForm.Split && !page.form.sameDoor)
            label: page.form.kind === MoveForm.Join ? qsTr("Which household do they join?") : qsTr("Which door?")
            hint: page.form.kind === MoveForm.Join ? qsTr("Name, room or pinyin") : qsTr("For example 3-2-501")
            target: page.form.target
            query: page.form.query
            targets: page.form.targets
            onSearched: text => page.form.query = text
            onPicked: row => page.form.choose(row)
        }

        FormField {
            Layout.fillWidth: true
            visible: page.incoming && !page.form.returning
            label: page.vocabulary.label("resident", "name")
            text: page.form.name
            iconName: "person"
            onEdited: text => page.form.name = text
        }

        FormField {
            Layout.fillWidth: true
            visible: page.incoming && !page.form.returning
            label: page.vocabulary.label("resident", "phone")
            optional: true
            text: page.form.phone
            iconName: "phone"
            inputMethodHints: Qt.ImhDialableCharactersOnly
            onEdited: text => page.form.phone = text
        }

        FormField {
            Layout.fillWidth: true
            visible: page.incoming && !page.form.returning
            label: page.vocabulary.label("resident", "id_number")
            optional: true
            helper: qsTr("Birth date and sex follow from it.")
            text: page.form.idNumber
            iconName: "card"
            onEdited: text => page.form.idNumber = text
        }

        ChoiceGroup {
            Layout.fillWidth: true
            visible: page.incoming && !page.form.returning && page.form.householdId !== ""
            label: page.vocabulary.label("resident", "relation")
            optional: true
            model: page.vocabulary.choices("resident", "relation")
            columns: scroller.width >= 600 ? 5 : 3
            current: page.form.relation
            onChosen: code => page.form.relation = code
        }

        ChoiceGroup {
            Layout.fillWidth: true
            visible: page.incoming && !page.form.returning
            label: page.vocabulary.label("resident", "population")
            optional: true
            model: page.vocabulary.choices("resident", "population")
            columns: scroller.width >= 600 ? 5 : 2
            current: page.form.population
            onChosen: code => page.form.population = code
        }

        DateField {
            Layout.fillWidth: true
            label: page.vocabulary.label("household_move", "moved_on")
            day: page.form.day
            onPicked: day => page.form.day = day
        }

        FormField {
            Layout.fillWidth: true
            visible: page.incoming || page.form.kind === MoveForm.Out
            label: page.incoming ? qsTr("Where from") : qsTr("Where to")
            optional: true
            text: page.form.place
            iconName: "location"
            onEdited: text => page.form.place = text
        }

        ChoiceGroup {
            Layout.fillWidth: true
            label: page.vocabulary.label("household_move", "reason")
            optional: true
            model: page.vocabulary.choices("household_move", "reason")
            columns: scroller.width >= 600 ? 3 : 2
            current: page.form.reason
            onChosen: code => page.form.reason = page.form.reason === code ? "" : code
        }

        TextAreaField {
            Layout.fillWidth: true
            label: page.vocabulary.label("household_move", "words")
            optional: true
            text: page.form.words
            onEdited: text => page.form.words = text
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
        outlook: page.form.outlook
        saving: page.form.saving
        ready: page.form.ready && page.form.problem === ""
        onSaveAsked: page.form.save()
    }
}
