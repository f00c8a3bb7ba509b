// SPDX-License-Identifier: Apache-2.0
//
// Stands in for the type of this name in mobile/: the same properties, to be set by a story.
import QtQml
import Qiaomen.Gallery

QtObject {
    property string text
    property string help
    property string kind: "yes_no"
    property string unit
    property string person
    property bool leads: false
    property string setTitle
    property string askedBy
    property string purpose
    property FakeList options: FakeList {}
    property bool open: true
    property bool declined: false
    property string known
    property real knownAt: 0
    property string knownBy
    property string value
    readonly property list<string> chosen: value.split(" ").filter(code => code !== "")
    property real day: 0
    property string response
    property string problem

    function toggle(code: string) {
        const codes = chosen.includes(code) ? chosen.filter(other => other !== code) : kind === "several" ? chosen.concat([code]) : [code]
        value = codes.join(" ")
    }

    function askAgain() {
        open = true
    }

    onValueChanged: response = value !== "" ? "answered" : ""
}
