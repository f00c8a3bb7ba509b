// SPDX-License-Identifier: Apache-2.0
//
// The pages of workbooks: taking everything out, bringing visits in. Which of them the workspace opens, for the stack that shows it.
pragma ComponentBehavior: Bound

import QtQuick
import Qiaomen
import Qiaomen.Ui

Item {
    id: pages

    required property Workspace workspace
    signal shown(Component page)
    signal backedOut

    Connections {
        target: pages.workspace

        function onTakeOutOpened() {
            pages.shown(takeOutPage)
        }

        function onImportOpened() {
            pages.shown(importPage)
        }
    }

    Component {
        id: takeOutPage

        TakeOutPage {
            takeOut: pages.workspace.takeOut
            gridName: pages.workspace.currentGridName
            onBack: pages.backedOut()
        }
    }

    Component {
        id: importPage

        ImportPage {
            form: pages.workspace.visitImport
            gridName: pages.workspace.currentGridName
            onBack: pages.backedOut()
        }
    }
}
