// SPDX-License-Identifier: Apache-2.0
//
// What is known of a door order: where it stands, what was asked for, what is missing, and who has which paper.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

ColumnLayout {
    id: facts

    required property ShownOrder order

    spacing: Theme.spaceM

    Card {
        Layout.fillWidth: true
        spacing: Theme.spaceS

        AppText {
            Layout.fillWidth: true
            text: facts.order.subject
            font: Theme.titleSmall
        }

        Flow {
            Layout.fillWidth: true
            spacing: Theme.spaceS

            StatusChip {
                text: facts.order.stateWord
                iconName: facts.order.open ? "clock" : "check"
                tone: !facts.order.open ? StatusChip.Good : facts.order.stateCode === "cannot" || facts.order.stateCode === "missed"
                    ? StatusChip.Warning : StatusChip.Notice
            }

            StatusChip {
                text: facts.order.kind
            }

            StatusChip {
                visible: facts.order.papersOut > 0
                text: qsTr("%n paper(s) with a worker", "", facts.order.papersOut)
                iconName: "card"
                tone: StatusChip.Accent
            }
        }

        KeyValueRow {
            Layout.fillWidth: true
            visible: facts.order.onDay > 0
            label: facts.order.agreed ? qsTr("Agreed") : qsTr("Wished")
            value: Words.dotted([Words.fullDay(facts.order.onDay), facts.order.part])
            strong: facts.order.agreed
        }

        KeyValueRow {
            Layout.fillWidth: true
            visible: facts.order.forWhom !== ""
            label: qsTr("For")
            value: facts.order.forWhom
        }

        KeyValueRow {
            Layout.fillWidth: true
            label: qsTr("Asked")
            value: Words.dotted([Words.moment(facts.order.askedAt), facts.order.channel])
        }
    }

    Notice {
        Layout.fillWidth: true
        visible: facts.order.missing.length > 0
        iconName: "note"
        tone: StatusChip.Warning
        title: qsTr("One-time notice, %1").arg(Words.day(facts.order.noticeAt))
        text: Words.bulleted(facts.order.missing)
        actionText: qsTr("Slip")
        onAction: facts.order.makeNoticeSlip()
    }

    SectionHeader {
        Layout.fillWidth: true
        Layout.topMargin: Theme.spaceS
        visible: facts.order.papers.count > 0
        title: qsTr("Papers")
        count: facts.order.papers.count
        actionText: qsTr("Receipt")
        onAction: facts.order.makePapersSlip()
    }

    Card {
        Layout.fillWidth: true
        visible: facts.order.papers.count > 0
        padding: 0
        spacing: 0

        Repeater {
            model: facts.order.papers

            ColumnLayout {
                id: paper

                required property int index
                required property string name
                required property string form
                required property real takenAt
                required property string takenBy
                required property real returnedAt

                Layout.fillWidth: true
                spacing: 0

                ListRow {
                    Layout.fillWidth: true
                    iconName: "card"
                    title: paper.name
                    supporting: Words.dotted([paper.form, paper.returnedAt > 0 ? qsTr("given back %1").arg(Words.day(paper.returnedAt))
                        : qsTr("taken %1 by %2").arg(Words.day(paper.takenAt)).arg(paper.takenBy)])
                    supportingLines: 3

                    StatusChip {
                        visible: paper.returnedAt > 0
                        text: qsTr("Back")
                        iconName: "check"
                        tone: StatusChip.Good
                    }
                }

                TextAction {
                    Layout.leftMargin: Theme.spaceXs
                    visible: paper.returnedAt === 0
                    iconName: "undo"
                    text: qsTr("Give back")
                    Accessible.description: paper.name
                    onClicked: facts.order.returnPaper(paper.index)
                }
            }
        }
    }

    Notice {
        Layout.fillWidth: true
        visible: facts.order.invitedAt > 0
        iconName: "heart"
        text: qsTr("Asked to rate it on %1: %2").arg(Words.day(facts.order.invitedAt)).arg(facts.order.invitedWay)
    }
}
