// SPDX-License-Identifier: Apache-2.0
//
// Stands in for the type of this name in mobile/: the same properties, to be set by a story.
import QtQml

QtObject {
    property bool ready: true
    property string problem
    property string hazardId: "hazard"
    property string kind
    property string place
    property string text
    property string risk
    property string riskCode
    property string responsible
    property string stateCode
    property string stateWord
    property real foundAt: 0
    property real rectifyBy: 0
    property bool extended: false
    property list<string> acts
    property list<string> actWords
    property StepsModel steps: StepsModel {}
    property bool noticed: false
    property list<string> calls
    signal done(string summary)
    signal failed(string problem)

    function undoStep(stepId: string) {
        calls = calls.concat(["undo " + stepId])
    }

    function makeNoticeSlip() {
        calls = calls.concat(["notice slip"])
    }
}
