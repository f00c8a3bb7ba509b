// SPDX-License-Identifier: Apache-2.0
//
// The catalogue and its items, over everything else. Somebody may be choosing an item for an order: then the first tap is the choice.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Qiaomen
import Qiaomen.Ui

PageStack {
    id: stack

    required property CatalogueModel catalogue
    /// The order for which somebody chooses; null while nobody does.
    property DoorOrderForm choosingFor: null
    signal closed

    /// From the beginning, for nobody's order.
    function begin() {
        pop(null, T.StackView.Immediate)
        choosingFor = null
    }

    function showItem(code: string) {
        catalogue.open(code)
        push(itemPage)
    }

    initialItem: listPage

    Component {
        id: listPage

        CataloguePage {
            catalogue: stack.catalogue
            canGoBack: true
            onBack: stack.closed()
            onItemChosen: code => {
                if (stack.choosingFor) {
                    stack.choosingFor.item = code
                    stack.choosingFor = null
                    stack.closed()
                    return
                }
                stack.showItem(code)
            }
        }
    }

    Component {
        id: itemPage

        CatalogueItemPage {
            catalogue: stack.catalogue
            canGoBack: true
            onBack: stack.pop()
        }
    }
}
