// SPDX-License-Identifier: Apache-2.0
//
// Stands in for the type of this name in mobile/: the same properties, to be set by a story.
import Qiaomen.Gallery

FakeList {
    enum Level { Plenty, Low, Critical }

    property bool ready: true
    property real total: 0
    property real free: 0
    property real disk: 0
    property int level: StorageModel.Plenty
    property string warning
    property int removable: 0
    property real removableBytes: 0
    property bool removing: false
    property string problem
    property int removals: 0
    signal removed(string summary)
    signal failed(string problem)

    function refresh() {
    }

    function removeOriginals() {
        removals += 1
    }
}
