// SPDX-License-Identifier: Apache-2.0
//
// Stands in for the type of this name in mobile/: the same properties, to be set by a story.
import Qiaomen.Gallery

FakeList {
    signal resolved(string conflictId)
    signal failed(string problem)

    function keepMine(conflictId: string) {
        resolved(conflictId)
    }

    function keepTheirs(conflictId: string) {
        resolved(conflictId)
    }
}
