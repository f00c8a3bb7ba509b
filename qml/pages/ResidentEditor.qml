// SPDX-License-Identifier: Apache-2.0
//
// A resident within a visit: a line that opens into the fields that change at the door.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

ColumnLayout {
    id: editor

    required property ResidentForm form
    required property Vocabulary vocabulary
    property bool first: false
    property bool expanded: false

    spacing: 0

    Divider {
        visible: !editor.first
        inset: Theme.spaceL + Theme.iconL + Theme.spaceM
    }

    ListRow {
        Layout.fillWidth: true
        opens: true
        showsChevron: false
        avatarName: editor.form.name
        title: editor.form.name
        supporting: Words.dotted([editor.form.relation, editor.form.age >= 0 ? qsTr("%n year(s)", "", editor.form.age) : "", editor.form.phoneMasked])
        onClicked: editor.expanded = !editor.expanded
        Accessible.description: editor.expanded ? qsTr("Close") : qsTr("Change something")

        StatusChip {
            visible: editor.form.dirty
            text: qsTr("Changed")
            tone: editor.form.problem !== "" ? StatusChip.Problem : StatusChip.Good
            iconName: editor.form.problem !== "" ? "alert" : "edit"
        }

        Icon {
            name: editor.expanded ? "chevron-up" : "chevron-down"
            size: Theme.iconS + 2
        }
    }

    // Made only when somebody opens it. (No Loader: Qt 6.4 cannot load a bound component.)
    Repeater {
        model: editor.expanded ? 1 : 0

        ColumnLayout {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.spaceL
            Layout.rightMargin: Theme.spaceL
            Layout.bottomMargin: Theme.spaceL
            spacing: Theme.spaceL

            FormField {
                Layout.fillWidth: true
                label: editor.vocabulary.label("resident", "phone")
                helper: editor.form.phoneMasked !== "" ? qsTr("Stored: %1. Type only to replace it.").arg(editor.form.phoneMasked) : ""
                problem: editor.form.phone !== "" ? editor.form.problem : ""
                text: editor.form.phone
                iconName: "phone"
                inputMethodHints: Qt.ImhDialableCharactersOnly
                onEdited: text => editor.form.phone = text
            }

            FormField {
                Layout.fillWidth: true
                label: editor.vocabulary.label("resident", "work_unit")
                optional: true
                text: editor.form.workUnit
                onEdited: text => editor.form.workUnit = text
            }

            ChipSet {
                Layout.fillWidth: true
                label: editor.vocabulary.label("resident", "population")
                model: editor.vocabulary.choices("resident", "population")
                selected: [editor.form.population]
                onToggled: code => editor.form.population = code
            }

            ChipSet {
                Layout.fillWidth: true
                label: editor.vocabulary.label("resident", "care_tags")
                model: editor.vocabulary.choices("resident", "care_tags")
                selected: editor.form.careTags
                onToggled: code => editor.form.toggleCareTag(code)
            }

            DateField {
                Layout.fillWidth: true
                label: qsTr("Moved away on")
                optional: true
                day: editor.form.leftOn
                onPicked: day => editor.form.leftOn = day
            }
        }
    }
}
