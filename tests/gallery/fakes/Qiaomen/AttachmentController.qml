// SPDX-License-Identifier: Apache-2.0
//
// Stands in for the type of this name in mobile/: the same properties, to be set by a story.
import QtQml

QtObject {
    property int onlyHere: 0
    property int notHere: 0
    property bool moving: false
    property real progress: 0
    property string words
    property string problem
}
