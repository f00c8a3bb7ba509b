// SPDX-License-Identifier: Apache-2.0
//
// Stands in for the type of this name in mobile/: the same properties, to be set by a story.
import Qiaomen.Gallery

FakeList {
    signal dismissed(string conflictId)
    signal failed(string problem)

    function dismiss(conflictId: string) {
        dismissed(conflictId)
    }

    function dismissAll() {
        dismissed("")
    }
}
