// SPDX-License-Identifier: Apache-2.0
//
// One hazard after it was found: where it stands, by when it is to be put right, what was done about it, and its photos.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

AppPage {
    id: page

    required property ShownHazard hazard
    signal actAsked(string act)
    signal photosAsked

    depth: AppPage.Order
    title: hazard.kind !== "" ? hazard.kind : qsTr("Hazard")
    subtitle: hazard.place
    canGoBack: true
    scrolled: list.scrolled
    footHeight: footer.height
    actions: [
        IconAction {
            visible: page.hazard.ready
            iconName: "photo"
            text: qsTr("Photos, before and after")
            onClicked: page.photosAsked()
        }
    ]

    ReadableList {
        id: list

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: footer.top
        visible: page.hazard.ready && page.hazard.problem === ""
        spacing: 0
        model: page.hazard.ready ? page.hazard.steps : null

        head: [
            Card {
                Layout.fillWidth: true
                spacing: Theme.spaceS

                Flow {
                    Layout.fillWidth: true
                    spacing: Theme.spaceS

                    StatusChip {
                        text: page.hazard.stateWord
                        iconName: page.hazard.stateCode === "closed" ? "check" : "clock"
                        tone: page.hazard.stateCode === "closed" ? StatusChip.Good : StatusChip.Warning
                    }

                    StatusChip {
                        text: page.hazard.risk
                        tone: page.hazard.riskCode === "major" ? StatusChip.Problem : StatusChip.Neutral
                    }

                    StatusChip {
                        visible: page.hazard.extended
                        text: qsTr("Extended once")
                        iconName: "calendar"
                    }
                }

                KeyValueRow {
                    Layout.fillWidth: true
                    visible: page.hazard.rectifyBy > 0
                    label: qsTr("Put right by")
                    value: Words.fullDay(page.hazard.rectifyBy)
                    strong: page.hazard.stateCode !== "closed"
                }

                KeyValueRow {
                    Layout.fillWidth: true
                    visible: page.hazard.responsible !== ""
                    label: qsTr("Responsible")
                    value: page.hazard.responsible
                }

                KeyValueRow {
                    Layout.fillWidth: true
                    label: qsTr("Found")
                    value: Words.moment(page.hazard.foundAt)
                }

                AppText {
                    Layout.fillWidth: true
                    visible: page.hazard.text !== ""
                    text: page.hazard.text
                    font: Theme.bodySmall
                }
            },
            GridLayout {
                Layout.fillWidth: true
                columns: Theme.elder && width < Theme.compactWidth ? 1 : 2
                columnSpacing: Theme.spaceS
                rowSpacing: Theme.spaceS

                OutlineButton {
                    Layout.fillWidth: true
                    iconName: "photo"
                    text: qsTr("Before and after")
                    onClicked: page.photosAsked()
                }

                OutlineButton {
                    Layout.fillWidth: true
                    visible: page.hazard.noticed
                    iconName: "note"
                    text: qsTr("Notice slip")
                    onClicked: page.hazard.makeNoticeSlip()
                }
            },
            SectionHeader {
                Layout.fillWidth: true
                Layout.topMargin: Theme.spaceS
                Layout.bottomMargin: Theme.spaceM
                title: qsTr("What was done")
                count: page.hazard.steps.count
            },
            AppText {
                Layout.fillWidth: true
                visible: page.hazard.steps.count === 0
                text: qsTr("Nothing yet since it was found.")
                font: Theme.bodySmall
                muted: true
            }
        ]

        delegate: StepRow {
            required property int index

            x: list.inset
            width: list.rowWidth
            last: index === list.count - 1
            onUndoAsked: {
                undoSheet.stepId = recordId
                undoSheet.open()
            }
        }
    }

    LoadingHint {
        anchors.fill: parent
        anchors.margins: Theme.margin
        anchors.bottomMargin: parent.height / 3
        visible: !page.hazard.ready
    }

    ErrorHint {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.margin
        visible: page.hazard.problem !== ""
        title: qsTr("This hazard could not be opened")
        supporting: page.hazard.problem
        actionText: ""
    }

    StickyFooter {
        id: footer

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        visible: page.hazard.ready && page.hazard.acts.length > 0
        height: visible ? implicitHeight : 0

        NextActs {
            Layout.fillWidth: true
            acts: page.hazard.acts
            words: page.hazard.actWords
            onChosen: code => page.actAsked(code)
        }
    }

    ConfirmSheet {
        id: undoSheet

        property string stepId

        title: qsTr("Take this step back?")
        supporting: qsTr("The hazard is again what it was before. If it was sent already, the history keeps it and says that it was a mistake.")
        acceptText: qsTr("Take it back")
        rejectText: qsTr("Keep it")
        destructive: true
        onAccepted: page.hazard.undoStep(stepId)
    }
}
