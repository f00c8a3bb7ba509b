// SPDX-License-Identifier: Apache-2.0
//
// Stands in for the type of this name in mobile/: the same properties, to be set by a story.
import QtQml
import Qiaomen

QtObject {
    property bool ready: true
    property bool isNew: true
    property string headName
    property MovePeople people: MovePeople {}
    property string kind
    property string title
    property string papersMasked
    property string papers
    property real from: 0
    property real expires: 0
    property real ended: 0
    property string note
    property bool dirty: false
    property bool saving: false
    property bool recovered: false
    property string problem
    property bool asked: false
    signal saved(string summary)
    signal failed(string problem)

    function toggle(residentId: string) {
    }

    function save() {
        asked = true
    }

    function discard() {
        recovered = false
    }
}
