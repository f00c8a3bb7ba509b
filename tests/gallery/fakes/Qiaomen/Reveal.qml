// SPDX-License-Identifier: Apache-2.0
//
// Stands in for the type of this name in mobile/: the same properties, to be set by a story.
import QtQml

QtObject {
    property bool ready: true
    property string subject
    property string fieldLabel
    property string maskedText
    property string reason
    property string words
    property string problem: reason === "" ? "why" : ""
    property bool saving: false
    property string text
    property int secondsLeft: 0
    property string clear: "990000194502030012"
    signal failed(string problem)

    function show() {
        text = clear
        secondsLeft = 30
    }

    function hide() {
        text = ""
        secondsLeft = 0
    }
}
