// SPDX-License-Identifier: Apache-2.0
//
// Stands in for the type of this name in mobile/: the same properties, to be set by a story.
import Qiaomen.Gallery

FakeList {
    property int takenIn: -1
    property int asideRow: -1
    signal decided
    signal failed(string problem)

    function takeIn(row: int) {
        takenIn = row
        decided()
    }

    function putAside(row: int) {
        asideRow = row
        decided()
    }
}
