// SPDX-License-Identifier: Apache-2.0
//
// Stands in for the type of this name in mobile/: the same properties, to be set by a story.
import Qiaomen
import Qiaomen.Gallery

FakeList {
    property bool ready: true
    property string problem
    property string title
    property string place
    property PhotoForms added: PhotoForms {}
    property bool saving: false
    property list<string> calls
    signal addedSaved
    signal failed(string problem)

    function fetch(row: int) {
        calls = calls.concat(["fetch " + row])
    }

    function remove(row: int) {
        calls = calls.concat(["remove " + row])
    }

    function setCaption(row: int, caption: string) {
        calls = calls.concat(["caption " + row + " " + caption])
    }

    function saveAdded() {
        calls = calls.concat(["save"])
    }
}
