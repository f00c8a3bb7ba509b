// SPDX-License-Identifier: Apache-2.0
//
// Stands in for the type of this name in mobile/: the same properties, to be set by a story.
import QtQml

QtObject {
    enum DraftState { NoDraft, DraftWaiting, DraftKept, DraftFailed }

    property bool ready: true
    property string problem
    property string problemField
    property bool dirty: false
    property bool saving: false
    property bool recovered: false
    property int draftState: DraftedForm.NoDraft
    property list<string> calls
    signal saved(string summary)
    signal failed(string problem)

    function save() {
        calls = calls.concat(["save"])
        saved("")
    }

    function discard() {
        recovered = false
    }
}
