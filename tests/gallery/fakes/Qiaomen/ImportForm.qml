// SPDX-License-Identifier: Apache-2.0
//
// Stands in for the type of this name in mobile/: the same properties, to be set by a story.
import QtQml
import Qiaomen

QtObject {
    enum Stage { Idle, Reading, Preview, Saving, Done }

    property int stage: ImportForm.Idle
    property string fileName
    property bool ofNotes: false
    property string problem
    property list<string> remarks
    property ImportRowsModel rows: ImportRowsModel {}
    property real progress: 0
    property string summary
    property bool undoable: false
    property bool undoing: false
    property int openNotes: 0
    property string placing
    property string query
    property MoveTargets targets: MoveTargets {}
    property list<string> calls
    signal previewed
    signal saved(string summary)
    signal failed(string problem)
    signal undone(string summary)

    function call(what: string) {
        calls = calls.concat([what])
    }

    function read(file: url) {
        call("read " + file)
    }

    function readNotes() {
        call("readNotes")
    }

    function leave() {
        call("leave")
    }

    function beginPlacing(row: int) {
        placing = "row " + row
        call("beginPlacing " + row)
    }

    function endPlacing() {
        placing = ""
    }

    function choose(target: int) {
        call("choose " + target)
    }

    function setSkipped(row: int, skipped: bool) {
        call("setSkipped " + row + " " + skipped)
    }

    function setKept(row: int, kept: bool) {
        call("setKept " + row + " " + kept)
    }

    function keepAll(kept: bool) {
        call("keepAll " + kept)
    }

    function save() {
        call("save")
    }

    function undo() {
        call("undo")
    }
}
