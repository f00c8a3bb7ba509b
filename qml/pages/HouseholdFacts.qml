// SPDX-License-Identifier: Apache-2.0
//
// What is known of a household: how fresh it is, what to mind at the door, its people, and how to reach it.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

ColumnLayout {
    id: facts

    required property ShownHousehold household
    required property Vocabulary vocabulary
    signal editAsked
    signal conflictsAsked
    signal duplicatesAsked
    signal revealAsked(string collection, string recordId, string field)
    signal looksAsked
    signal anchorAsked(string anchorId)
    signal movesAsked

    spacing: Theme.spaceM

    Notice {
        Layout.fillWidth: true
        visible: facts.household.quietNow
        title: qsTr("Quiet hours now")
        text: qsTr("This household does not wish to be disturbed: %1").arg(facts.household.quietHours)
        iconName: "quiet"
        tone: StatusChip.Warning
    }

    Notice {
        Layout.fillWidth: true
        visible: facts.household.openConflicts > 0
        text: qsTr("%n field(s) were written by two people", "", facts.household.openConflicts)
        iconName: "conflict"
        tone: StatusChip.Accent
        actionText: qsTr("Choose")
        onAction: facts.conflictsAsked()
    }

    Notice {
        Layout.fillWidth: true
        visible: facts.household.openDuplicates > 0
        text: qsTr("%n pair(s) may be the same", "", facts.household.openDuplicates)
        iconName: "people"
        actionText: qsTr("Compare")
        onAction: facts.duplicatesAsked()
    }

    Repeater {
        model: facts.household.merged

        delegate: Notice {
            required property int index
            required property string modelData

            Layout.fillWidth: true
            text: qsTr("%1 was merged into this household").arg(modelData)
            iconName: "people"
            actionText: qsTr("Undo")
            onAction: facts.household.undoMerge(index)
        }
    }

    Notice {
        Layout.fillWidth: true
        visible: facts.household.doNotAsk !== ""
        title: qsTr("Do not ask again")
        text: facts.household.doNotAsk
        iconName: "refused"
    }

    Card {
        Layout.fillWidth: true
        spacing: Theme.spaceS

        RowLayout {
            spacing: Theme.spaceM

            Avatar {
                iconName: Freshness.mark(facts.household.freshness)
                ink: Freshness.ink(facts.household.freshness)
                color: Freshness.container(facts.household.freshness)
            }

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                AppText {
                    Layout.fillWidth: true
                    text: facts.household.lastHeardAt > 0 ? qsTr("Last met %1").arg(Words.ago(facts.household.lastHeardAt)) : qsTr("Nobody met yet")
                    font: Theme.titleSmall
                }

                AppText {
                    Layout.fillWidth: true
                    text: Words.dotted([Freshness.word(facts.household.freshness), facts.household.lastVisitBy !== ""
                        ? qsTr("last visit: %1, %2").arg(facts.household.lastVisitBy).arg(facts.household.lastOutcome) : ""])
                    font: Theme.bodySmall
                    muted: true
                }
            }
        }

        KeyValueRow {
            Layout.fillWidth: true
            visible: facts.household.nextVisit > 0
            label: qsTr("Next visit")
            value: Words.fullDay(facts.household.nextVisit)
            strong: true
        }

        KeyValueRow {
            Layout.fillWidth: true
            visible: facts.household.movedOut > 0
            label: qsTr("Moved away")
            value: Words.fullDay(facts.household.movedOut)
        }
    }

    AskedCard {
        Layout.fillWidth: true
        visible: facts.household.asked.count > 0
        asked: facts.household.asked
    }

    SectionHeader {
        Layout.fillWidth: true
        Layout.topMargin: Theme.spaceS
        title: qsTr("People")
        count: facts.household.members.count
        actionText: qsTr("Came or left")
        onAction: facts.movesAsked()
    }

    Card {
        Layout.fillWidth: true
        visible: facts.household.members.count > 0
        padding: 0
        spacing: 0

        Repeater {
            model: facts.household.members

            MemberRow {
                id: member

                required property int index
                required property string residentId

                Layout.fillWidth: true
                first: index === 0
                onRevealAsked: field => facts.revealAsked("resident", member.residentId, field)
            }
        }
    }

    SectionHeader {
        Layout.fillWidth: true
        Layout.topMargin: Theme.spaceS
        title: qsTr("House, trade, certificate")
        count: facts.household.anchors.count
        actionText: qsTr("Add")
        onAction: facts.anchorAsked("")
    }

    Card {
        Layout.fillWidth: true
        visible: facts.household.anchors.count > 0
        padding: 0
        spacing: 0

        Repeater {
            model: facts.household.anchors

            AnchorRow {
                id: paper

                required property string anchorId

                Layout.fillWidth: true
                onClicked: facts.anchorAsked(paper.anchorId)
                onRevealAsked: facts.revealAsked("anchor", paper.anchorId, "papers")
            }
        }
    }

    SectionHeader {
        Layout.fillWidth: true
        Layout.topMargin: Theme.spaceS
        title: qsTr("Household")
        actionText: qsTr("Edit")
        onAction: facts.editAsked()
    }

    Card {
        Layout.fillWidth: true
        spacing: Theme.spaceS

        Flow {
            Layout.fillWidth: true
            visible: facts.household.tags.length > 0
            spacing: Theme.spaceS

            Repeater {
                model: facts.household.tags

                StatusChip {
                    required property string modelData

                    text: modelData
                    tone: StatusChip.Accent
                    iconName: "tag"
                }
            }
        }

        RowLayout {
            Layout.fillWidth: true
            visible: facts.household.phoneMasked !== ""
            spacing: Theme.spaceS

            AppText {
                Layout.fillWidth: true
                text: facts.vocabulary.label("household", "phone")
                font: Theme.bodySmall
                muted: true
            }

            MaskedChip {
                maskedText: facts.household.phoneMasked
                asks: qsTr("Show the phone of this household")
                onClicked: facts.revealAsked("household", facts.household.householdId, "phone")
            }
        }

        FactRow { label: facts.vocabulary.label("household", "contact_way"); value: facts.household.contactWay }
        FactRow { label: facts.vocabulary.label("household", "quiet_hours"); value: facts.household.quietHours }
        FactRow { label: facts.vocabulary.label("household", "register_kind"); value: facts.household.registerKind }
        RowLayout {
            Layout.fillWidth: true
            visible: facts.household.cardHeld !== "" || facts.household.cardDue
            spacing: Theme.spaceS

            AppText {
                Layout.fillWidth: true
                text: facts.vocabulary.label("household", "card_version")
                font: Theme.bodySmall
                muted: true
            }

            StatusChip {
                text: facts.household.cardHeld === "" ? qsTr("None yet; the newest is %1").arg(facts.household.cardNewest)
                    : facts.household.cardDue ? qsTr("%1; the newest is %2").arg(facts.household.cardHeld).arg(facts.household.cardNewest)
                    : facts.household.cardHeld
                tone: facts.household.cardDue ? StatusChip.Warning : StatusChip.Good
                iconName: "card"
            }
        }

        FactRow { label: facts.vocabulary.label("dwelling", "use"); value: facts.household.dwellingUse }
        FactRow { label: facts.vocabulary.label("household", "number"); value: facts.household.number }
        FactRow { label: facts.vocabulary.label("household", "note"); value: facts.household.note }
    }

    Card {
        Layout.fillWidth: true
        visible: facts.household.looks.count > 0
        padding: 0

        ListRow {
            Layout.fillWidth: true
            opens: true
            iconName: "eye"
            title: qsTr("Who looked at numbers")
            supporting: qsTr("%n time(s)", "looked at numbers", facts.household.looks.count)
            onClicked: facts.looksAsked()
        }
    }
}
