// SPDX-License-Identifier: Apache-2.0
//
// The pages of door orders, of hazards after they were found, and of slips: which of them the workspace opens, for the stack that shows it.
pragma ComponentBehavior: Bound

import QtQuick
import Qiaomen
import Qiaomen.Ui

Item {
    id: pages

    required property Workspace workspace
    /// Shows a page above those that it belongs to; a form's page is given its form.
    signal shown(int depth, Component page, QtObject form)
    signal backedOut
    signal finished
    signal said(string words)
    /// Somebody wants to choose from the catalogue for this order.
    signal itemAsked(DoorOrderForm form)

    Connections {
        target: pages.workspace

        function onOrderOpened() {
            pages.shown(AppPage.Order, orderPage, null)
        }

        function onOrderBegun(form: DoorOrderForm) {
            pages.shown(AppPage.Form, orderFormPage, form)
        }

        function onOrderStepBegun(form: OrderStepForm) {
            pages.shown(AppPage.Form, orderStepPage, form)
        }

        function onHazardOpened() {
            pages.shown(AppPage.Order, hazardPage, null)
        }

        function onHazardStepBegun(form: HazardStepForm) {
            pages.shown(AppPage.Form, hazardStepPage, form)
        }

        function onSlipOpened() {
            pages.shown(AppPage.Form, slipPage, null)
        }

        function onStepSaved(summary: string) {
            pages.said(summary)
        }
    }

    Component {
        id: orderPage

        OrderPage {
            order: pages.workspace.order
            onBack: pages.backedOut()
            onActAsked: act => pages.workspace.beginOrderStep(order.orderId, act)
            onInviteAsked: order.invite(pages.workspace.server)
            onHouseholdAsked: householdId => pages.workspace.openHousehold(householdId)
        }
    }

    Component {
        id: orderFormPage

        OrderFormPage {
            vocabulary: pages.workspace.vocabulary
            onBack: pages.backedOut()
            onFinished: pages.finished()
            onItemAsked: pages.itemAsked(form)
        }
    }

    Component {
        id: orderStepPage

        OrderStepPage {
            vocabulary: pages.workspace.vocabulary
            onBack: pages.backedOut()
            onFinished: pages.finished()
        }
    }

    Component {
        id: hazardPage

        HazardPage {
            hazard: pages.workspace.hazard
            onBack: pages.backedOut()
            onActAsked: act => pages.workspace.beginHazardStep(hazard.hazardId, act)
            onPhotosAsked: pages.workspace.openPhotos(hazard.hazardId)
        }
    }

    Component {
        id: hazardStepPage

        HazardStepPage {
            vocabulary: pages.workspace.vocabulary
            onBack: pages.backedOut()
            onFinished: pages.finished()
        }
    }

    Component {
        id: slipPage

        SlipPage {
            slip: pages.workspace.slip
            onBack: pages.backedOut()
        }
    }
}
