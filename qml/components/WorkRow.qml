// SPDX-License-Identifier: Apache-2.0
//
// One door of today: who lives there, what is due and why, what else is due behind it, and why not now. The names are the roles of TodayModel.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Qiaomen.Ui

T.ItemDelegate {
    id: row

    required property string householdId
    required property string headName
    required property string place
    required property string rule
    required property string title
    required property string why
    required property int overdue
    required property list<string> also
    required property string held
    required property string tries
    required property string doNotAsk
    required property bool asksReason
    required property int knocks
    required property bool canPutOff
    /// The order or hazard that it opens; empty: the household.
    required property string aboutId
    readonly property bool opens: householdId !== "" || aboutId !== ""
    /// It cannot wait.
    property bool urgent: false
    signal visitAsked
    signal putOffAsked

    implicitWidth: contentItem.implicitWidth + leftPadding + rightPadding
    implicitHeight: contentItem.implicitHeight + topPadding + bottomPadding
    leftPadding: Theme.spaceL
    rightPadding: Theme.spaceS
    topPadding: Theme.spaceM
    bottomPadding: actions.visible ? Theme.spaceXs : Theme.spaceM
    hoverEnabled: opens
    focusPolicy: opens ? Qt.StrongFocus : Qt.NoFocus
    Accessible.role: opens ? Accessible.Button : Accessible.ListItem
    Accessible.name: Words.joined([headName, place, title, why, held, tries, Words.joined(also)])

    background: Rectangle {
        radius: Theme.radiusL
        color: Theme.surfaceContainerLow
        border.width: row.urgent ? 2 : Theme.hairline
        border.color: row.urgent ? Theme.error : Theme.outlineVariant

        StateLayer {
            radius: parent.radius
            hovered: row.opens && row.hovered
            pressed: row.opens && row.down
            focused: row.visualFocus
        }
    }

    contentItem: ColumnLayout {
        spacing: 2

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.spaceM

            Avatar {
                Layout.alignment: Qt.AlignTop
                iconName: Icons.ofRule(row.rule)
                ink: row.urgent ? Theme.errorContainerInk : row.held !== "" ? Theme.neutralContainerInk : Theme.primaryContainerInk
                color: row.urgent ? Theme.errorContainer : row.held !== "" ? Theme.neutralContainer : Theme.primaryContainer
            }

            ColumnLayout {
                Layout.fillWidth: true
                Layout.rightMargin: Theme.spaceS
                spacing: 2

                AppText {
                    Layout.fillWidth: true
                    visible: row.place !== ""
                    text: row.place
                    font: Theme.caption
                    muted: true
                    Accessible.ignored: true
                }

                AppText {
                    Layout.fillWidth: true
                    visible: row.headName !== ""
                    text: row.headName
                    font: Theme.titleSmall
                    Accessible.ignored: true
                }

                AppText {
                    Layout.fillWidth: true
                    text: row.title
                    font: Theme.label
                    color: row.urgent ? Theme.error : Theme.surfaceInk
                    Accessible.ignored: true
                }

                AppText {
                    Layout.fillWidth: true
                    text: row.why
                    font: Theme.bodySmall
                    muted: true
                    Accessible.ignored: true
                }

                StatusChip {
                    Layout.topMargin: Theme.spaceXs
                    visible: row.overdue > 0 && row.held === ""
                    text: qsTr("%n day(s) late", "", row.overdue)
                    tone: StatusChip.Warning
                    iconName: "clock"
                }

                // Sentences, not chips: they wrap.
                Notice {
                    Layout.fillWidth: true
                    Layout.topMargin: Theme.spaceXs
                    visible: row.held !== ""
                    text: row.held
                    tone: StatusChip.Neutral
                    iconName: "quiet"
                }

                Notice {
                    Layout.fillWidth: true
                    Layout.topMargin: Theme.spaceXs
                    visible: row.asksReason
                    text: qsTr("Visited twice this week: say why")
                    tone: StatusChip.Accent
                }

                AppText {
                    Layout.fillWidth: true
                    Layout.topMargin: Theme.spaceXs
                    visible: row.tries !== ""
                    text: row.tries
                    font: Theme.bodySmall
                    Accessible.ignored: true
                }

                AppText {
                    Layout.fillWidth: true
                    visible: row.doNotAsk !== ""
                    text: qsTr("Do not ask: %1").arg(row.doNotAsk)
                    font: Theme.bodySmall
                    Accessible.ignored: true
                }

                AppText {
                    Layout.fillWidth: true
                    Layout.topMargin: Theme.spaceXs
                    visible: row.also.length > 0
                    text: qsTr("Also behind this door")
                    font: Theme.labelSmall
                    muted: true
                    Accessible.ignored: true
                }

                Repeater {
                    model: row.also

                    AppText {
                        required property string modelData

                        Layout.fillWidth: true
                        text: "• " + modelData
                        font: Theme.bodySmall
                        Accessible.ignored: true
                    }
                }
            }
        }

        Flow {
            id: actions

            Layout.fillWidth: true
            Layout.leftMargin: Theme.spaceS
            visible: row.householdId !== ""
            layoutDirection: Qt.RightToLeft

            TextAction {
                text: qsTr("Visit")
                Accessible.name: qsTr("Begin a visit: %1").arg(row.headName)
                onClicked: row.visitAsked()
            }

            TextAction {
                visible: row.canPutOff
                text: qsTr("Put off")
                Accessible.name: qsTr("Put off: %1").arg(row.headName)
                onClicked: row.putOffAsked()
            }
        }
    }
}
