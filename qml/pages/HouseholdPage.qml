// SPDX-License-Identifier: Apache-2.0
//
// One household: who lives there and how they wish to be visited, what is fresh, what is open, and what was before.
// Two columns where there is room, one list where there is not.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

AppPage {
    id: page

    required property ShownHousehold household
    required property Vocabulary vocabulary
    readonly property bool roomy: width >= (Theme.elder ? 1000 : 840)
    signal visitAsked
    signal editAsked
    signal conflictsAsked
    signal duplicatesAsked
    signal needAsked
    signal hazardAsked
    signal hazardOpened(string hazardId)
    signal orderAsked(string orderId)
    signal newOrderAsked
    signal photosAsked(string hazardId)
    signal undoAsked(string visitId)
    signal undoMoveAsked(string moveId)
    signal moveAsked(int kind)
    signal anchorAsked(string anchorId)
    signal otherAsked(string householdId)
    readonly property list<string> filterWords: [qsTr("All"), qsTr("Visits"), qsTr("Needs"), qsTr("Hazards"), qsTr("Services"), qsTr("Came or left"),
        qsTr("By colleagues"), qsTr("Answers")]
    signal revealAsked(string collection, string recordId, string field)

    title: household.headName !== "" ? household.headName : qsTr("Household")
    subtitle: household.address
    scrolled: history.scrolled
    footHeight: footer.height
    actions: [
        IconAction {
            visible: page.household.ready
            iconName: "edit"
            text: qsTr("Edit how to reach this household")
            onClicked: page.editAsked()
        }
    ]

    Flickable {
        id: side

        anchors.top: parent.top
        anchors.bottom: footer.top
        width: page.roomy ? Math.min(480, page.width * 0.48) : 0
        visible: page.roomy && page.household.ready
        contentHeight: sideFacts.height + Theme.spaceXl
        boundsBehavior: Flickable.DragOverBounds
        clip: true

        FollowFocus {
            view: side
        }

        HouseholdFacts {
            id: sideFacts

            x: Theme.margin
            y: Theme.spaceXs
            // An action at the end of a heading reaches a little past it.
            width: side.width - Theme.margin - Theme.spaceM
            visible: page.roomy
            household: page.household
            vocabulary: page.vocabulary
            onEditAsked: page.editAsked()
            onConflictsAsked: page.conflictsAsked()
            onDuplicatesAsked: page.duplicatesAsked()
            onLooksAsked: looksSheet.open()
            onAnchorAsked: anchorId => page.anchorAsked(anchorId)
            onMovesAsked: movesSheet.open()
            onRevealAsked: (collection, recordId, field) => page.revealAsked(collection, recordId, field)
        }
    }

    ReadableList {
        id: history

        anchors.left: side.right
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: footer.top
        visible: page.household.ready
        spacing: 0
        model: page.household.ready ? page.household.timeline : null

        head: [
            HouseholdFacts {
                Layout.fillWidth: true
                visible: !page.roomy
                household: page.household
                vocabulary: page.vocabulary
                onEditAsked: page.editAsked()
                onConflictsAsked: page.conflictsAsked()
                onDuplicatesAsked: page.duplicatesAsked()
                onLooksAsked: looksSheet.open()
                onAnchorAsked: anchorId => page.anchorAsked(anchorId)
                onMovesAsked: movesSheet.open()
                onRevealAsked: (collection, recordId, field) => page.revealAsked(collection, recordId, field)
            },
            OpenOrders {
                Layout.fillWidth: true
                visible: orders.count > 0
                orders: page.household.orders
                onOrderAsked: orderId => page.orderAsked(orderId)
            },
            OpenItems {
                Layout.fillWidth: true
                visible: items.count > 0
                title: qsTr("Hazards")
                iconName: "hazard"
                items: page.household.hazards
                opens: true
                onOpened: hazardId => page.hazardOpened(hazardId)
                onPhotosAsked: hazardId => page.photosAsked(hazardId)
            },
            OpenItems {
                Layout.fillWidth: true
                visible: items.count > 0
                title: qsTr("Needs")
                iconName: "need"
                items: page.household.needs
            },
            SectionHeader {
                Layout.fillWidth: true
                Layout.topMargin: Theme.spaceS
                Layout.bottomMargin: Theme.spaceM
                title: qsTr("History")
                count: page.household.timeline.count
            },
            Flow {
                Layout.fillWidth: true
                Layout.bottomMargin: Theme.spaceS
                visible: page.household.timeline.total > 0
                spacing: Theme.spaceS

                Repeater {
                    model: page.filterWords

                    Chip {
                        required property int index
                        required property string modelData

                        text: modelData
                        checkable: false
                        checked: page.household.timeline.filter === index
                        onClicked: page.household.timeline.filter = index
                    }
                }
            },
            AppText {
                Layout.fillWidth: true
                visible: page.household.timeline.count === 0
                text: page.household.timeline.total === 0 ? qsTr("Nobody has visited yet. The first visit begins the history.")
                    : qsTr("There is nothing of this kind.")
                font: Theme.bodySmall
                muted: true
            }

        ]

        delegate: TimelineRow {
            id: event

            required property int index
            required property int kind
            required property string outcome
            required property string recordId
            required supporting
            required by
            required unsent
            required withdrawn
            required correction
            required undoable
            required property string otherId

            x: history.inset
            width: history.rowWidth
            iconName: kind === TimelineModel.Move ? "moved" : kind === TimelineModel.Need ? "need" : kind === TimelineModel.Hazard ? "hazard" : Icons.ofOutcome(outcome)
            tone: kind === TimelineModel.Move ? StatusChip.Accent : kind === TimelineModel.Need ? StatusChip.Notice : kind === TimelineModel.Hazard ? StatusChip.Problem
                : outcome === "met" ? StatusChip.Good : StatusChip.Neutral
            last: index === history.count - 1
            otherText: otherId !== "" ? qsTr("Open the other household") : ""
            onOtherAsked: page.otherAsked(otherId)
            onUndoAsked: {
                undoSheet.recordId = recordId
                undoSheet.ofMove = kind === TimelineModel.Move
                undoSheet.open()
            }
        }
    }

    LoadingHint {
        anchors.fill: parent
        anchors.margins: Theme.margin
        anchors.bottomMargin: parent.height / 3
        visible: !page.household.ready && page.household.problem === ""
    }

    ErrorHint {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.margin
        visible: page.household.problem !== ""
        title: qsTr("This household could not be opened")
        supporting: page.household.problem
        actionText: ""
    }

    StickyFooter {
        id: footer

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        visible: page.household.ready
        height: visible ? implicitHeight : 0

        GridLayout {
            readonly property bool tight: Theme.elder && width < Theme.compactWidth

            Layout.fillWidth: true
            columns: tight ? 3 : 4
            columnSpacing: Theme.spaceS
            rowSpacing: 0

            PrimaryButton {
                Layout.fillWidth: true
                Layout.columnSpan: parent.tight ? 3 : 1
                iconName: "visit"
                text: qsTr("Begin a visit")
                onClicked: page.visitAsked()
            }

            IconAction {
                iconName: "card"
                text: qsTr("New door order")
                onClicked: page.newOrderAsked()
            }

            IconAction {
                iconName: "need"
                ink: Theme.info
                text: qsTr("Record a need")
                onClicked: page.needAsked()
            }

            IconAction {
                iconName: "hazard"
                ink: Theme.error
                text: qsTr("Record a hazard")
                onClicked: page.hazardAsked()
            }
        }
    }

    ConfirmSheet {
        id: undoSheet

        property string recordId
        property bool ofMove: false

        title: ofMove ? qsTr("Take this move back?") : qsTr("Take this visit back?")
        supporting: ofMove ? qsTr("Everybody is again where they were, unless somebody has changed it since. If it was sent already, the history says that it was a mistake.")
            : qsTr("Needs, hazards and changes saved with it go back, too. If it was sent already, the history keeps it and says that it was a mistake.")
        acceptText: qsTr("Take it back")
        rejectText: qsTr("Keep it")
        destructive: true
        onAccepted: {
            if (ofMove)
                page.undoMoveAsked(recordId)
            else
                page.undoAsked(recordId)
        }
    }

    MovesSheet {
        id: movesSheet

        onMoveAsked: kind => page.moveAsked(kind)
    }

    LooksSheet {
        id: looksSheet

        looks: page.household.looks
    }
}
