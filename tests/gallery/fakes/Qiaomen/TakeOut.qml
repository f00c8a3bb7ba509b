// SPDX-License-Identifier: Apache-2.0
//
// Stands in for the type of this name in mobile/: the same properties, to be set by a story.
import QtQml
import Qiaomen

QtObject {
    enum Period { Everything, ThisYear, LastMonth, ThisMonth }

    property int period: TakeOut.Everything
    property real fromDay: 0
    property real untilDay: 0
    property bool running: false
    property real progress: 0
    property string problem
    property string savedFile
    property string summary
    property ExportsModel past: ExportsModel {}
    property list<string> calls
    signal saved(string summary)
    signal failed(string problem)

    function start(folder: url) {
        calls = calls.concat(["start " + folder])
    }

    function cancel() {
        calls = calls.concat(["cancel"])
    }

    function open() {
        calls = calls.concat(["open"])
    }

    function openFolder() {
        calls = calls.concat(["openFolder"])
    }
}
