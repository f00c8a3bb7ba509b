// SPDX-License-Identifier: Apache-2.0
//
// Stands in for the type of this name in mobile/: the same properties, to be set by a story.
import QtQuick

QtObject {
    enum Tool { Freehand, Circle, Arrow }

    property int tool: PhotoMarks.Freehand
    property size shownSize
    property list<string> paths
    readonly property real width: 4
    readonly property int count: paths.length

    function begin(x: real, y: real) {
        paths = paths.concat(["M " + x + " " + y])
    }

    function goOn(x: real, y: real) {
        paths = paths.slice(0, -1).concat([paths[paths.length - 1] + " L " + x + " " + y])
    }

    function end() {
    }

    function undo() {
        paths = paths.slice(0, -1)
    }
}
