// SPDX-License-Identifier: Apache-2.0
//
// A person of a household, with what to keep in mind about them. Identifiers come masked; a tap on one asks to see it in full. The names
// are the roles of MembersModel.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen.Ui

Item {
    id: row

    required property string name
    required property string relation
    required property string sex
    required property int age
    required property string phone
    required property string idNumber
    required property string population
    required property list<string> careTags
    required property string workUnit
    required property bool gone
    property bool first: false
    /// A field's name in shared/domain: "phone", "id_number".
    signal revealAsked(string field)

    implicitHeight: column.implicitHeight + 2 * Theme.spaceM
    Accessible.role: Accessible.ListItem
    Accessible.name: Words.joined([name, relation, sex, age >= 0 ? qsTr("%n year(s)", "", age) : "", row.gone ? qsTr("no longer lives here") : ""])

    Divider {
        x: Theme.spaceL + Theme.iconL + Theme.spaceM
        width: parent.width - x
        visible: !row.first
    }

    Avatar {
        x: Theme.spaceL
        y: Theme.spaceM
        name: row.name
    }

    ColumnLayout {
        id: column

        x: Theme.spaceL + Theme.iconL + Theme.spaceM
        y: Theme.spaceM
        width: parent.width - x - Theme.spaceL
        spacing: 1

        AppText {
            Layout.fillWidth: true
            text: row.name
            font: row.gone ? Theme.struck(Theme.label) : Theme.label
            muted: row.gone
            Accessible.ignored: true
        }

        AppText {
            Layout.fillWidth: true
            text: Words.dotted([row.relation, row.sex, row.age >= 0 ? qsTr("%n year(s)", "", row.age) : "", row.population,
                row.gone ? qsTr("no longer lives here") : ""])
            font: Theme.bodySmall
            muted: true
            Accessible.ignored: true
        }

        AppText {
            Layout.fillWidth: true
            visible: text !== ""
            text: row.workUnit
            font: Theme.bodySmall
            muted: true
        }

        Flow {
            Layout.fillWidth: true
            visible: row.phone !== "" || row.idNumber !== ""

            MaskedChip {
                visible: row.phone !== ""
                maskedText: row.phone
                asks: qsTr("Show the phone of %1").arg(row.name)
                onClicked: row.revealAsked("phone")
            }

            MaskedChip {
                visible: row.idNumber !== ""
                maskedText: row.idNumber
                asks: qsTr("Show the identity number of %1").arg(row.name)
                onClicked: row.revealAsked("id_number")
            }
        }

        Flow {
            Layout.fillWidth: true
            Layout.topMargin: Theme.spaceXs
            visible: row.careTags.length > 0
            spacing: Theme.spaceXs + 2

            Repeater {
                model: row.careTags

                StatusChip {
                    required property string modelData

                    text: modelData
                    tone: StatusChip.Accent
                    iconName: "heart"
                }
            }
        }
    }
}
