// SPDX-License-Identifier: Apache-2.0
//
// Stands in for the type of this name in mobile/: the same properties, to be set by a story.
import Qiaomen.Gallery

FakeList {
    property bool busy: false
    property string problem
    property list<string> calls

    function add(file: url, stage: string) {
        calls = calls.concat(["add " + stage])
    }

    function setStage(row: int, stage: string) {
        calls = calls.concat(["stage " + row + " " + stage])
    }

    function setCaption(row: int, caption: string) {
        calls = calls.concat(["caption " + row + " " + caption])
    }

    function remove(row: int) {
        rows = rows.filter((one, index) => index !== row)
    }

    function draw(row: int, marks: PhotoMarks, ink: color, edge: color) {
        calls = calls.concat(["draw " + row + " " + marks.count])
    }

    function dismissProblem() {
        problem = ""
    }
}
