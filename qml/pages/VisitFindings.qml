// SPDX-License-Identifier: Apache-2.0
//
// What was heard and found: needs and hazards, each written down where it is.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

ColumnLayout {
    id: findings

    required property VisitForm form
    required property Vocabulary vocabulary

    spacing: Theme.spaceM

    SectionHeader {
        Layout.fillWidth: true
        title: qsTr("Heard and found")
    }

    Repeater {
        model: findings.form.needs

        NeedEditor {
            required property int index

            Layout.fillWidth: true
            vocabulary: findings.vocabulary
            onRemoveAsked: findings.form.removeNeed(index)
        }
    }

    Repeater {
        model: findings.form.hazards

        HazardEditor {
            required property int index

            Layout.fillWidth: true
            vocabulary: findings.vocabulary
            onRemoveAsked: findings.form.removeHazard(index)
        }
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.spaceM

        TonalButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            sidePadding: Theme.spaceM
            iconName: "need"
            text: qsTr("Add a need")
            onClicked: findings.form.addNeed()
        }

        TonalButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            sidePadding: Theme.spaceM
            iconName: "hazard"
            text: qsTr("Add a hazard")
            onClicked: findings.form.addHazard()
        }
    }
}
