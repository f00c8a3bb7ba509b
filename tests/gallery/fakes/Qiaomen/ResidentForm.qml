// SPDX-License-Identifier: Apache-2.0
//
// Stands in for the type of this name in mobile/: the same properties, to be set by a story.
import QtQml

QtObject {
    property string residentId
    property string name
    property string relation
    property int age: -1
    property string phoneMasked
    property string phone
    property string workUnit
    property string population: "permanent"
    property list<string> careTags
    property real leftOn: 0
    property bool dirty: false
    property string problem

    function toggleCareTag(code: string) {
        careTags = careTags.includes(code) ? careTags.filter(tag => tag !== code) : careTags.concat([code])
    }
}
