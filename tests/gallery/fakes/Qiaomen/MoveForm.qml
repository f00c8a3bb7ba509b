// SPDX-License-Identifier: Apache-2.0
//
// Stands in for the type of this name in mobile/: the same properties, to be set by a story.
import QtQml
import Qiaomen

QtObject {
    enum Kind { In, Out, Split, Join }

    property bool ready: true
    property int kind: 0
    property string householdId: "h"
    property string headName
    property string address
    property MovePeople people: MovePeople {}
    property bool needsStayingHead: false
    property string stayingHead
    property string newHead
    property bool returning: false
    property bool sameDoor: true
    property string query
    property MoveTargets targets: MoveTargets {}
    property string target
    property string name
    property string phone
    property string idNumber
    property string relation
    property string population
    property real day: 0
    property string place
    property string reason
    property string words
    property string problem
    property string outlook
    property bool dirty: false
    property bool saving: false
    property bool recovered: false
    /// What the page asked for.
    property list<string> asked
    signal saved(string summary)
    signal failed(string problem)

    function toggle(residentId: string) {
        asked = asked.concat(["toggle " + residentId])
    }

    function choose(row: int) {
        asked = asked.concat(["choose " + row])
    }

    function save() {
        asked = asked.concat(["save"])
    }

    function discard() {
        recovered = false
    }
}
