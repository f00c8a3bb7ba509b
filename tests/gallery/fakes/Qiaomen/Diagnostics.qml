// SPDX-License-Identifier: Apache-2.0
//
// Stands in for the type of this name in mobile/: the same properties, to be set by a story.
import Qiaomen.Gallery

FakeList {
    property string faults
    property bool checking: false
    property string checked
    property bool sound: true
    property string savedFile
    property list<string> calls
    signal saved(string summary)
    signal failed(string problem)

    function check() {
        calls = calls.concat(["check"])
    }

    function save(folder: url) {
        calls = calls.concat(["save " + folder])
    }

    function open() {
        calls = calls.concat(["open"])
    }
}
