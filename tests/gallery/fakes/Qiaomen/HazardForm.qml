// SPDX-License-Identifier: Apache-2.0
//
// Stands in for the type of this name in mobile/: the same properties, to be set by a story.
import QtQml

QtObject {
    property string kind
    property string risk
    property string place
    property string text
    property string responsible
    property real rectifyBy: 0
    property bool fixedOnSpot: false
    property string advice
    property PositionSource position: PositionSource {}
    property PhotoForms photos: PhotoForms {}
    property string problem

    function startPosition() {
        position.state = PositionSource.Searching
    }

    function stopPosition() {
        position.state = PositionSource.Off
    }

    function clearPosition() {
        position.quality = PositionSource.NoReading
    }
}
