// SPDX-License-Identifier: Apache-2.0
//
// Settings and what opens from them.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Qiaomen
import Qiaomen.Ui

T.StackView {
    id: stack

    required property Workspace workspace
    property PracticeRoom room: null

    function openStorage() {
        workspace.storage.refresh()
        push(storagePage)
    }

    function openDiagnostics() {
        workspace.storage.refresh()
        push(diagnosticsPage)
    }

    initialItem: SettingsPage {
        settings: stack.workspace.settings
        grids: stack.workspace.grids
        currentGrid: stack.workspace.currentGrid
        worker: stack.workspace.worker
        server: stack.workspace.server
        deviceId: stack.workspace.deviceId
        version: Qt.application.version
        practiceProblem: stack.room?.problem ?? ""
        onGridChosen: gridId => stack.workspace.currentGrid = gridId
        onContactCardAsked: stack.workspace.openContactCard()
        onTakeOutAsked: stack.workspace.openTakeOut()
        onImportAsked: stack.workspace.openImport()
        onPracticeAsked: stack.room.enter()
        storageWarning: stack.workspace.storage.warning
        faulty: stack.workspace.diagnostics.faults !== ""
        onStorageAsked: stack.openStorage()
        onDiagnosticsAsked: stack.openDiagnostics()
    }

    Component {
        id: storagePage

        StoragePage {
            storage: stack.workspace.storage
            onBack: stack.pop()
        }
    }

    Component {
        id: diagnosticsPage

        DiagnosticsPage {
            diagnostics: stack.workspace.diagnostics
            sync: stack.workspace.sync
            onBack: stack.pop()
        }
    }
}
