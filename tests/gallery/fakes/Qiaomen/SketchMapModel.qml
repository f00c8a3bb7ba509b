// SPDX-License-Identifier: Apache-2.0
//
// Stands in for the type of this name in mobile/: the same properties, to be set by a story.
import Qiaomen
import Qiaomen.Gallery

FakeList {
    property bool active: false
    property bool loading: false
    property string problem
    property string outlineProblem
    property bool empty: false
    property int things: 0
    property int without: 0
    property string outline
    property real scale: 1
    property real originX: 0
    property real originY: 0
    property MapThings chosen: MapThings {}
    property int hit: -1

    function setWindow(width: real, height: real) {
        originX = width / 2
        originY = height / 2
    }

    function fitAll() {
        scale = 1
    }

    function pan(dx: real, dy: real) {
        originX += dx
        originY += dy
    }

    function zoom(factor: real, x: real, y: real) {
        scale *= factor
    }

    function hitAt(x: real, y: real): int {
        return hit
    }

    function choose(row: int): int {
        return row < 0 ? 0 : chosen.count
    }
}
