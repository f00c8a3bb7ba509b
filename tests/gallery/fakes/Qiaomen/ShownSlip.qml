// SPDX-License-Identifier: Apache-2.0
//
// Stands in for the type of this name in mobile/: the same properties, to be set by a story.
import QtQml

QtObject {
    enum Paper { A6, Roll }

    property string title
    property list<string> pages
    property string text
    property int paper: ShownSlip.A6
    property bool saving: false
    property string savedFile
    property list<string> printers
    property bool printersKnown: true
    property bool printing: false
    property list<string> calls
    signal saved(string summary)
    signal printed(string summary)
    signal failed(string problem)

    function save(folder: url) {
        calls = calls.concat(["save " + folder])
    }

    function printOn(printer: string) {
        calls = calls.concat(["print " + printer])
    }

    function openFolder() {
        calls = calls.concat(["openFolder"])
    }

    function open() {
        calls = calls.concat(["open"])
    }
}
