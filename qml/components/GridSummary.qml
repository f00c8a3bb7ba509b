// SPDX-License-Identifier: Apache-2.0
//
// The grid at a glance: how many households were met in the last 30 days, of how many, and what is open.
import QtQuick
import QtQuick.Layouts
import Qiaomen.Ui

Rectangle {
    id: summary

    /// False while the numbers are not known yet: their places are shown, and no 0.
    required property bool counted
    required property int households
    required property int householdsMet
    required property int openNeeds
    required property int openHazards

    implicitHeight: column.implicitHeight + 2 * Theme.spaceL
    radius: Theme.radiusL
    color: Theme.primaryContainer
    Accessible.role: Accessible.StaticText
    Accessible.name: !counted ? qsTr("Counting households") : qsTr("%1 of %2 households met in the last 30 days").arg(householdsMet).arg(households)

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.spaceL
        spacing: Theme.spaceS

        RowLayout {
            spacing: Theme.spaceS

            AppText {
                text: summary.counted ? summary.householdsMet : "–"
                font: Theme.display
                color: Theme.primaryContainerInk
                Accessible.ignored: true
            }

            AppText {
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignBottom
                Layout.bottomMargin: 5
                text: summary.counted ? qsTr("of %n household(s) met in 30 days", "", summary.households) : qsTr("Counting…")
                font: Theme.bodySmall
                color: Theme.primaryContainerInk
                Accessible.ignored: true
            }
        }

        ProgressLine {
            Layout.fillWidth: true
            color: Theme.faded(Theme.primary, 0.18)
            value: summary.households > 0 ? summary.householdsMet / summary.households : 0
        }

        Flow {
            Layout.fillWidth: true
            opacity: summary.counted ? 1 : 0
            Layout.topMargin: 2
            spacing: Theme.spaceL

            OpenMark { iconName: "need"; text: qsTr("%n open need(s)", "", summary.openNeeds) }
            OpenMark { iconName: "hazard"; text: qsTr("%n open hazard(s)", "", summary.openHazards) }
        }
    }
}
