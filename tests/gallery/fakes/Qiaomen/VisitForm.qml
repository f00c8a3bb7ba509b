// SPDX-License-Identifier: Apache-2.0
//
// Stands in for the type of this name in mobile/: the same properties, to be set by a story.
import QtQml

QtObject {
    id: form

    enum DraftState { NoDraft, DraftWaiting, DraftKept, DraftFailed }

    property bool ready: true
    property string householdId: "household"
    property string headName
    property string address
    property bool quietNow: false
    property string quietHours
    property string doNotAsk
    property string outcome
    readonly property bool met: outcome === "met"
    property string way: "door"
    property list<string> reasons: ["routine"]
    property list<string> confirmed
    readonly property bool allConfirmed: confirmed.length === 4
    property string personsMet
    property string remark
    property string nextStep
    property real nextDate: 0
    property bool cardLeft: false
    property real occurredAt: 0
    property ResidentForms residents: ResidentForms {}
    property NeedForms needs: NeedForms {}
    property HazardForms hazards: HazardForms {}
    property QuestionForms questions: QuestionForms {}
    property string problem: outcome === "" ? "x" : ""
    property string problemField: outcome === "" ? "outcome" : ""
    property bool dirty: outcome !== ""
    property bool saving: false
    property int draftState: VisitForm.NoDraft
    property bool recovered: false
    property Component needForm: Component {
        NeedForm {}
    }
    property Component hazardForm: Component {
        HazardForm {}
    }
    signal saved(string summary)
    signal failed(string problem)

    function toggled(codes: list<string>, code: string): list<string> {
        return codes.includes(code) ? codes.filter(other => other !== code) : codes.concat([code])
    }

    function toggleReason(code: string) {
        reasons = toggled(reasons, code)
    }

    function toggleConfirmed(code: string) {
        confirmed = toggled(confirmed, code)
    }

    function confirmAll() {
        confirmed = ["members", "contacts", "dwelling", "care"]
    }

    function addNeed() {
        needs.rows = needs.rows.concat([{ form: needForm.createObject(form) }])
    }

    function removeNeed(row: int) {
        needs.rows = needs.rows.filter((_, index) => index !== row)
    }

    function addHazard() {
        hazards.rows = hazards.rows.concat([{ form: hazardForm.createObject(form) }])
    }

    function removeHazard(row: int) {
        hazards.rows = hazards.rows.filter((_, index) => index !== row)
    }

    function save() {
        saved(headName)
    }

    function discard() {
        outcome = ""
        recovered = false
    }
}
