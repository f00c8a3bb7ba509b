// SPDX-License-Identifier: Apache-2.0
//
// Stands in for the type of this name in mobile/: the same properties, to be set by a story.
import QtQml

QtObject {
    enum DraftState { NoDraft, DraftWaiting, DraftKept, DraftFailed }

    property bool ready: true
    property string householdId: "household"
    property string headName
    property string address
    property NeedForm need: null
    property HazardForm hazard: null
    property string problem
    property bool dirty: false
    property bool saving: false
    property bool recovered: false
    property int draftState: FindingForm.NoDraft
    signal saved(string summary)
    signal failed(string problem)

    function save() {
        saved("")
    }

    function discard() {
        recovered = false
    }
}
