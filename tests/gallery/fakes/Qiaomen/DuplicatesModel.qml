// SPDX-License-Identifier: Apache-2.0
//
// Stands in for the type of this name in mobile/: the same properties, to be set by a story.
import Qiaomen
import Qiaomen.Gallery

FakeList {
    property MergeChoices choices: MergeChoices {}
    property string opened
    signal decided(string pairId)
    signal failed(string problem)

    function open(pairId: string) {
        opened = pairId
    }

    function merge() {
        decided(opened)
    }

    function keepApart(pairId: string) {
        decided(pairId)
    }
}
