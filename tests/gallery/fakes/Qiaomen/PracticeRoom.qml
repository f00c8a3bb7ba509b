// SPDX-License-Identifier: Apache-2.0
//
// Stands in for the type of this name in mobile/: the same properties, to be set by a story.
import QtQml
import Qiaomen

QtObject {
    property Workspace workspace: null
    property PracticeTasks tasks: null
    property bool open: false
    property bool busy: false
    property string problem
    property list<string> calls

    function enter() {
        calls = calls.concat(["enter"])
    }

    function leave() {
        calls = calls.concat(["leave"])
    }

    function reset() {
        calls = calls.concat(["reset"])
    }
}
