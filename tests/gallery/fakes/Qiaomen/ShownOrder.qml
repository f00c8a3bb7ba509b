// SPDX-License-Identifier: Apache-2.0
//
// Stands in for the type of this name in mobile/: the same properties, to be set by a story.
import QtQml

QtObject {
    property bool ready: true
    property string problem
    property string orderId: "order"
    property string householdId: "household"
    property string headName
    property string address
    property string subject
    property string forWhom
    property string kind
    property string channel
    property real askedAt: 0
    property string stateCode: "asked"
    property string stateWord
    property real since: 0
    property real onDay: 0
    property string part
    property bool agreed: false
    property bool open: true
    property int tries: 0
    property list<string> acts
    property list<string> actWords
    property StepsModel steps: StepsModel {}
    property CarriedPapers papers: CarriedPapers {}
    property int papersOut: 0
    property list<string> missing
    property real noticeAt: 0
    property real invitedAt: 0
    property string invitedWay
    property list<string> calls
    signal done(string summary)
    signal failed(string problem)

    function call(words: string) {
        calls = calls.concat([words])
    }

    function returnPapers() {
        call("return")
    }

    function returnPaper(row: int) {
        call("return " + row)
    }

    function invite(server: string) {
        call("invite")
    }

    function decline() {
        call("decline")
    }

    function undoStep(stepId: string) {
        call("undo " + stepId)
    }

    function makeNoticeSlip() {
        call("notice slip")
    }

    function makePapersSlip() {
        call("papers slip")
    }
}
