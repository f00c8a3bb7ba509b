// SPDX-License-Identifier: Apache-2.0
//
// Sync and what opens from it: conflicts, pairs that may be the same, and the sync by hand.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Qiaomen
import Qiaomen.Ui

T.StackView {
    id: stack

    required property Workspace workspace
    signal householdChosen(string householdId)

    /// Back to the first page: what was open may be about a grid that went.
    function restart() {
        pop(null, T.StackView.Immediate)
    }

    function openCarrier() {
        restart()
        workspace.carrier.look()
        push(carrierPage)
    }

    initialItem: SyncPage {
        sync: stack.workspace.sync
        attachments: stack.workspace.attachments
        outbox: stack.workspace.outbox
        rescued: stack.workspace.rescued
        receipts: stack.workspace.receipts
        conflicts: stack.workspace.conflicts
        parallels: stack.workspace.parallels
        duplicates: stack.workspace.duplicates
        late: stack.workspace.late
        carrier: stack.workspace.carrier
        storageWarning: stack.workspace.storage.warning
        onCarrierAsked: stack.openCarrier()
        onConflictsAsked: stack.push(conflictsPage)
        onDuplicatesAsked: stack.push(duplicatesPage)
        onHouseholdChosen: householdId => stack.householdChosen(householdId)
    }

    Component {
        id: conflictsPage

        ConflictsPage {
            depth: AppPage.Form
            conflicts: stack.workspace.conflicts
            parallels: stack.workspace.parallels
            onBack: stack.pop()
        }
    }

    Component {
        id: duplicatesPage

        DuplicatesPage {
            depth: AppPage.Form
            duplicates: stack.workspace.duplicates
            onBack: stack.pop()
        }
    }

    Component {
        id: carrierPage

        CarrierPage {
            carrier: stack.workspace.carrier
            sync: stack.workspace.sync
            onBack: stack.pop()
        }
    }
}
