// SPDX-License-Identifier: Apache-2.0
//
// Stands in for the type of this name in mobile/: the same properties, to be set by a story.
import Qiaomen.Gallery

FakeList {
    enum Kind { Person, Household, Dwelling, Need, Hazard, Order, Catalogue }

    property string query
    property bool busy: false
    property string problem
    property list<string> kinds
    property bool byLastVisit: false
    property int hidden: 0

    function toggleKind(code: string) {
        kinds = kinds.indexOf(code) >= 0 ? [] : [code]
    }

    function showAll() {
        kinds = []
    }
}
