// SPDX-License-Identifier: Apache-2.0
//
// A building or a village group: what it is made of, how much of it was met, and what is open there. The names are the roles of PlacesModel.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Qiaomen.Ui

T.AbstractButton {
    id: row

    required property string name
    required property bool village
    required property int households
    required property int units
    required property int floors
    required property int met
    required property int openNeeds
    required property int openHazards
    property bool current: false
    /// Metres from here; -1 unknown.
    property real distance: -1
    readonly property string shape: village ? Words.dotted([Words.distance(distance), qsTr("%n household(s)", "", households)])
        : Words.dotted([Words.distance(distance), qsTr("%n unit(s)", "", units), qsTr("%n floor(s)", "", floors), qsTr("%n household(s)", "", households)])

    implicitHeight: Math.max(Theme.rowHeight, contentItem.implicitHeight + 2 * Theme.spaceM)
    leftPadding: Theme.spaceL
    rightPadding: Theme.spaceM
    text: name
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: Words.joined([name, shape, qsTr("%1 of %2 met").arg(met).arg(households),
        openNeeds > 0 ? qsTr("%n open need(s)", "", openNeeds) : "", openHazards > 0 ? qsTr("%n open hazard(s)", "", openHazards) : ""])

    background: Rectangle {
        radius: Theme.radiusL
        color: row.current ? Theme.primaryContainer : Theme.surfaceContainerLow
        border.width: Theme.hairline
        border.color: row.current ? Theme.primary : Theme.outlineVariant

        StateLayer {
            radius: parent.radius
            hovered: row.hovered
            pressed: row.down
            focused: row.visualFocus
        }
    }

    contentItem: RowLayout {
        spacing: Theme.spaceM

        Avatar {
            iconName: row.village ? "village" : "building"
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 3

            RowLayout {
                spacing: Theme.spaceS

                AppText {
                    Layout.fillWidth: true
                    text: row.name
                    font: Theme.titleSmall
                    Accessible.ignored: true
                }

                Icon {
                    visible: row.openHazards > 0
                    name: "hazard"
                    size: Theme.iconS
                    color: Theme.error
                }

                AppText {
                    visible: row.openHazards > 0
                    Layout.leftMargin: -Theme.spaceXs
                    text: row.openHazards
                    font: Theme.labelSmall
                    color: Theme.error
                    Accessible.ignored: true
                }

                Icon {
                    visible: row.openNeeds > 0
                    name: "need"
                    size: Theme.iconS
                    color: Theme.info
                }

                AppText {
                    visible: row.openNeeds > 0
                    Layout.leftMargin: -Theme.spaceXs
                    text: row.openNeeds
                    font: Theme.labelSmall
                    color: Theme.info
                    Accessible.ignored: true
                }
            }

            AppText {
                Layout.fillWidth: true
                text: row.shape
                font: Theme.bodySmall
                muted: true
                Accessible.ignored: true
            }

            RowLayout {
                Layout.topMargin: 2
                spacing: Theme.spaceS

                ProgressLine {
                    Layout.fillWidth: true
                    implicitHeight: Theme.elder ? 8 : 6
                    value: row.households > 0 ? row.met / row.households : 0
                }

                AppText {
                    text: qsTr("%1/%2", "met, of households").arg(row.met).arg(row.households)
                    font: Theme.caption
                    muted: true
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
            }
        }

        Icon {
            name: "chevron-right"
            size: Theme.iconS + 2
        }
    }
}
