// SPDX-License-Identifier: Apache-2.0
//
// Stands in for the type of this name in mobile/: the same properties, to be set by a story.
import QtQml
import Qiaomen

QtObject {
    property string folder
    property string folderName
    property bool folderThere: false
    property int answers: 0
    property int questions: 0
    property int done: 0
    property CarrierTripsModel trips: CarrierTripsModel {}
    property bool busy: false
    property string doing
    property real progress: 0
    property string result
    property string problem
    property list<string> calls

    function choose(folder: url) {
        calls = calls.concat(["choose " + folder])
    }

    function look() {
        calls = calls.concat(["look"])
    }

    function write() {
        calls = calls.concat(["write"])
    }

    function takeIn() {
        calls = calls.concat(["takeIn"])
    }

    function carry() {
        calls = calls.concat(["carry"])
    }

    function forget(row: int) {
        calls = calls.concat(["forget " + row])
    }

    function removeDone() {
        calls = calls.concat(["removeDone"])
    }
}
