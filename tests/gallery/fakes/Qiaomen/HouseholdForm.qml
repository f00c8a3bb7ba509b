// SPDX-License-Identifier: Apache-2.0
//
// Stands in for the type of this name in mobile/: the same properties, to be set by a story.
import QtQml

QtObject {
    property bool ready: true
    property string householdId: "household"
    property string headName
    property string phoneMasked
    property string phone
    property string contactWay
    property string quietHours
    property string doNotAsk
    property string note
    property list<string> tags
    property real nextVisit: 0
    property bool dirty: false
    property bool saving: false
    property bool recovered: false
    property string problem
    signal saved(string summary, real firstNumber)
    signal failed(string problem)

    function toggleTag(code: string) {
        tags = tags.includes(code) ? tags.filter(tag => tag !== code) : tags.concat([code])
    }

    function save() {
        saved("", 1)
    }

    function discard() {
        recovered = false
    }
}
