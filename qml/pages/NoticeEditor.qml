// SPDX-License-Identifier: Apache-2.0
//
// The one-time notice at the door: one ticks what is there, and everything else is the notice.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

ColumnLayout {
    id: editor

    required property NoticeForm notice
    required property Vocabulary vocabulary
    property string problem

    spacing: Theme.spaceM

    SectionHeader {
        Layout.fillWidth: true
        title: qsTr("What is there already")
    }

    PaperChecklist {
        Layout.fillWidth: true
        visible: editor.notice.possible
        papers: editor.notice.papers
    }

    Notice {
        Layout.fillWidth: true
        visible: editor.notice.possible && editor.notice.papers.missing.length > 0
        iconName: "note"
        tone: StatusChip.Warning
        title: qsTr("The one-time notice: everything that is missing")
        text: Words.bulleted(editor.notice.papers.missing)
    }

    Notice {
        Layout.fillWidth: true
        visible: editor.problem !== ""
        iconName: "alert"
        tone: StatusChip.Problem
        text: editor.problem
    }

    ChoiceGroup {
        Layout.fillWidth: true
        label: editor.vocabulary.label("notice", "way")
        model: editor.vocabulary.choices("notice", "way")
        current: editor.notice.way
        onChosen: code => editor.notice.way = code
    }

    FormField {
        Layout.fillWidth: true
        label: editor.vocabulary.label("notice", "given_to")
        optional: true
        text: editor.notice.givenTo
        onEdited: text => editor.notice.givenTo = text
    }
}
