// SPDX-License-Identifier: Apache-2.0
//
// What leaders wish to know of this household and nobody knows yet. A few questions stand open; many are folded up until somebody has the
// time. What is known is said with who asked last, and is asked again only when it is wrong.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

ColumnLayout {
    id: page

    required property QuestionForms questions
    required property Vocabulary vocabulary
    /// As many as fit beside the rest of a visit.
    readonly property int few: 3
    property bool unfolded: false
    readonly property bool open: questions.open > 0 && (questions.open <= few || questions.done > 0 || unfolded)
    property bool showsKnown: false

    spacing: Theme.spaceM

    SectionHeader {
        Layout.fillWidth: true
        title: qsTr("Questions")
        count: page.questions.open > 0 ? page.questions.open : -1
    }

    AppText {
        Layout.fillWidth: true
        visible: page.open
        text: qsTr("Nothing has to be answered. What is left out is asked another time.")
        font: Theme.caption
        muted: true
    }

    ListRow {
        Layout.fillWidth: true
        visible: page.questions.open > 0 && !page.open
        raised: true
        opens: true
        showsChevron: false
        iconName: "help"
        title: qsTr("%n question(s) to ask", "", page.questions.open)
        supporting: page.questions.open > 0 ? page.questions.titles : ""
        onClicked: page.unfolded = true

        Icon {
            name: "chevron-down"
            size: Theme.iconS + 2
        }
    }

    Repeater {
        model: page.open ? page.questions : null

        QuestionEditor {
            Layout.fillWidth: true
            vocabulary: page.vocabulary
        }
    }

    TextAction {
        Layout.leftMargin: -Theme.spaceM
        visible: page.questions.known > 0
        iconName: page.showsKnown ? "chevron-up" : "chevron-down"
        text: qsTr("%n need not be asked", "", page.questions.known)
        onClicked: page.showsKnown = !page.showsKnown
    }

    Card {
        Layout.fillWidth: true
        visible: page.showsKnown && page.questions.known > 0
        padding: 0
        spacing: 0

        Repeater {
            model: page.showsKnown ? page.questions : null

            ListRow {
                id: known

                required property QuestionForm form

                Layout.fillWidth: true
                visible: !form.open
                overline: Words.dotted([form.person, form.text])
                title: form.declined ? page.vocabulary.word("question_answer", "response", "declined") : form.known
                supporting: Words.dotted([form.knownAt > 0 ? Words.ago(form.knownAt) : "", form.knownBy])

                TextAction {
                    Layout.rightMargin: -Theme.spaceM
                    text: known.form.declined ? qsTr("Answer") : qsTr("Correct")
                    Accessible.name: qsTr("Ask again: %1").arg(known.form.text)
                    onClicked: {
                        page.unfolded = true
                        known.form.askAgain()
                    }
                }
            }
        }
    }
}
