// SPDX-License-Identifier: Apache-2.0
//
// The pages of who came and who left, and of leases, trades and certificates: which of them the workspace opens, for the stack that shows it.
pragma ComponentBehavior: Bound

import QtQuick
import Qiaomen
import Qiaomen.Ui

Item {
    id: pages

    required property Workspace workspace
    /// Shows a page with its form above those that it belongs to.
    signal shown(int depth, Component page, QtObject form)
    signal backedOut
    signal finished

    Connections {
        target: pages.workspace

        function onMoveBegun(form: MoveForm) {
            pages.shown(form.householdId !== "" ? AppPage.Form : AppPage.Household, movePage, form)
        }

        function onAnchorEdited(form: AnchorForm) {
            pages.shown(AppPage.Form, anchorPage, form)
        }
    }

    Component {
        id: movePage

        MovePage {
            depth: form.householdId !== "" ? AppPage.Form : AppPage.Household
            vocabulary: pages.workspace.vocabulary
            onBack: pages.backedOut()
            onFinished: pages.finished()
        }
    }

    Component {
        id: anchorPage

        AnchorPage {
            depth: AppPage.Form
            vocabulary: pages.workspace.vocabulary
            onBack: pages.backedOut()
            onFinished: pages.finished()
        }
    }
}
