// SPDX-License-Identifier: Apache-2.0
//
// What is safe and what is only here: the meter, every unsent change, every change that was not accepted, every receipt.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

AppPage {
    id: page

    enum Tab { Unsent, Refused, Receipts, Late }

    required property SyncController sync
    required property AttachmentController attachments
    required property OutboxModel outbox
    required property RescueModel rescued
    required property ReceiptsModel receipts
    required property ConflictsModel conflicts
    required property ParallelsModel parallels
    required property DuplicatesModel duplicates
    required property LateModel late
    required property CarrierController carrier
    /// What to do about a disk that is getting full.
    property string storageWarning
    property int tab: SyncPage.Unsent
    readonly property bool syncing: sync.phase === SyncController.Syncing
    signal conflictsAsked
    signal duplicatesAsked
    signal carrierAsked
    signal householdChosen(string householdId)

    title: qsTr("Sync")
    scrolled: list.scrolled

    ReadableList {
        id: list

        anchors.fill: parent
        model: [page.outbox, page.rescued, page.receipts, page.late][page.tab]
        delegate: [unsentRow, refusedRow, receiptRow, lateRow][page.tab]

        head: [
            SafetyMeter {
                Layout.fillWidth: true
                enabled: false
                safeCount: page.sync.safeCount
                unsentCount: page.sync.onlyHereCount
                photoCount: page.attachments.onlyHere
                oldestUnsent: page.sync.oldestUnsentAt
                problem: page.sync.problem !== "" ? page.sync.problem : page.attachments.problem
            },
            Notice {
                Layout.fillWidth: true
                visible: page.storageWarning !== ""
                text: page.storageWarning
                tone: StatusChip.Warning
                iconName: "alert"
            },
            Card {
                Layout.fillWidth: true

                KeyValueRow {
                    Layout.fillWidth: true
                    label: qsTr("Now")
                    value: page.sync.words
                }

                KeyValueRow {
                    Layout.fillWidth: true
                    label: qsTr("Last receipt")
                    value: Words.moment(page.sync.lastSuccessAt)
                }

                KeyValueRow {
                    Layout.fillWidth: true
                    visible: page.sync.lateCount > 0
                    label: qsTr("Handed over")
                    value: qsTr("%n record(s), others decide", "", page.sync.lateCount)
                }

                KeyValueRow {
                    Layout.fillWidth: true
                    visible: page.sync.nextTryAt > 0 && !page.syncing
                    label: qsTr("Next try")
                    value: Words.time(page.sync.nextTryAt)
                }

                KeyValueRow {
                    Layout.fillWidth: true
                    visible: page.attachments.words !== ""
                    label: qsTr("Photos")
                    value: page.attachments.words
                }

                ProgressLine {
                    Layout.fillWidth: true
                    visible: page.attachments.moving
                    value: page.attachments.progress
                }

                TonalButton {
                    Layout.fillWidth: true
                    iconName: "sync"
                    busy: page.syncing
                    enabled: page.sync.networkOn && !page.syncing
                    text: page.syncing ? qsTr("Syncing…") : qsTr("Sync now")
                    onClicked: page.sync.syncNow()
                }
            },
            Card {
                Layout.fillWidth: true
                padding: 0

                SwitchRow {
                    Layout.fillWidth: true
                    text: qsTr("Use the network")
                    supporting: checked ? qsTr("Records go out by themselves") : qsTr("Off: everything stays on this phone for now")
                    iconName: checked ? "sync" : "offline"
                    checked: page.sync.networkOn
                    onToggled: page.sync.networkOn = checked
                }

                ListRow {
                    Layout.fillWidth: true
                    opens: true
                    title: qsTr("Sync by hand")
                    supporting: page.carrier.trips.count > 0 ? qsTr("%n question(s) on the way, no answer yet", "", page.carrier.trips.count)
                        : qsTr("With a stick, where there is no network")
                    iconName: "stick"
                    onClicked: page.carrierAsked()
                }
            },
            ListRow {
                Layout.fillWidth: true
                visible: page.conflicts.count > 0
                raised: true
                opens: true
                title: qsTr("%n field(s) to choose", "", page.conflicts.count)
                supporting: qsTr("Two people wrote them without knowing of each other")
                iconName: "conflict"
                iconInk: Theme.accentContainerInk
                iconFill: Theme.accentContainer
                onClicked: page.conflictsAsked()
            },
            ListRow {
                Layout.fillWidth: true
                visible: page.parallels.count > 0 && page.conflicts.count === 0
                raised: true
                opens: true
                title: qsTr("%n record(s) changed by two people", "", page.parallels.count)
                supporting: qsTr("Both changes stand; there is nothing to decide")
                iconName: "people"
                iconInk: Theme.infoContainerInk
                iconFill: Theme.infoContainer
                onClicked: page.conflictsAsked()
            },
            ListRow {
                Layout.fillWidth: true
                visible: page.duplicates.count > 0
                raised: true
                opens: true
                title: qsTr("%n pair(s) may be the same", "", page.duplicates.count)
                supporting: qsTr("Compare them, and make one of two")
                iconName: "people"
                iconInk: Theme.infoContainerInk
                iconFill: Theme.infoContainer
                onClicked: page.duplicatesAsked()
            },
            Flow {
                Layout.fillWidth: true
                spacing: Theme.spaceS

                Chip { text: qsTr("Only here"); count: page.outbox.count; checkable: false; checked: page.tab === SyncPage.Unsent; onClicked: page.tab = SyncPage.Unsent }
                Chip { text: qsTr("Not accepted"); count: page.rescued.count; checkable: false; checked: page.tab === SyncPage.Refused; onClicked: page.tab = SyncPage.Refused }
                Chip { text: qsTr("To decide"); visible: page.late.count > 0 || page.tab === SyncPage.Late; count: page.late.count; checkable: false; checked: page.tab === SyncPage.Late; onClicked: page.tab = SyncPage.Late }
                Chip { text: qsTr("Receipts"); count: page.receipts.count; checkable: false; checked: page.tab === SyncPage.Receipts; onClicked: page.tab = SyncPage.Receipts }
            },
            EmptyHint {
                Layout.fillWidth: true
                Layout.topMargin: Theme.spaceXl
                visible: page.tab === SyncPage.Unsent && page.outbox.count === 0
                iconName: "shield-check"
                title: qsTr("Nothing waits on this phone")
                supporting: qsTr("Whatever you save next appears here until the centre has confirmed it.")
            },
            EmptyHint {
                Layout.fillWidth: true
                Layout.topMargin: Theme.spaceXl
                visible: page.tab === SyncPage.Refused && page.rescued.count === 0
                iconName: "check"
                title: qsTr("The centre has accepted everything")
            },
            EmptyHint {
                Layout.fillWidth: true
                Layout.topMargin: Theme.spaceXl
                visible: page.tab === SyncPage.Late && page.late.count === 0
                iconName: "check"
                title: qsTr("Nothing waits for a decision")
            },
            EmptyHint {
                Layout.fillWidth: true
                Layout.topMargin: Theme.spaceXl
                visible: page.tab === SyncPage.Receipts && page.receipts.count === 0
                iconName: "receipt"
                title: qsTr("No receipt yet")
                supporting: qsTr("A receipt is the centre's signature: from then on a record is safe.")
            }

        ]
    }

    Component {
        id: unsentRow

        ListRow {
            id: change

            required property string what
            required property string household
            required property string householdId
            required property real at
            required property string gridName

            x: list.inset
            width: list.rowWidth
            raised: true
            opens: householdId !== ""
            title: what
            supporting: Words.dotted([household, gridName])
            overline: qsTr("saved %1").arg(Words.moment(at))
            iconName: "phone-only"
            iconInk: Theme.warningContainerInk
            iconFill: Theme.warningContainer
            onClicked: page.householdChosen(change.householdId)
        }
    }

    Component {
        id: refusedRow

        RefusedCard {
            required property int index

            x: list.inset
            width: list.rowWidth
            onAnewAsked: page.rescued.saveAnew(index)
            onLetGoAsked: {
                letGoSheet.row = index
                letGoSheet.open()
            }
        }
    }

    Component {
        id: lateRow

        LateCard {
            required property int index

            x: list.inset
            width: list.rowWidth
            onTakeInAsked: page.late.takeIn(index)
            onPutAsideAsked: page.late.putAside(index)
        }
    }

    Component {
        id: receiptRow

        ListRow {
            required property real at
            required property int covers
            required property string gridName

            x: list.inset
            width: list.rowWidth
            raised: true
            title: covers > 0 ? qsTr("%n record(s) became safe", "", covers) : qsTr("Confirmed, nothing new")
            supporting: Words.dotted([Words.moment(at), gridName])
            iconName: "shield-check"
            iconInk: Theme.successContainerInk
            iconFill: Theme.successContainer
        }
    }

    ConfirmSheet {
        id: letGoSheet

        property int row: -1

        title: qsTr("Let this change go?")
        supporting: qsTr("The centre will not have it. It stays in the history of what you did on this phone.")
        acceptText: qsTr("Let it go")
        destructive: true
        onAccepted: page.rescued.letGo(row)
    }
}
