// SPDX-License-Identifier: Apache-2.0
//
// Stands in for the type of this name in mobile/: the same properties, to be set by a story.
import QtQml

QtObject {
    enum State { Off, Searching, Found, Unavailable }
    enum Quality { NoReading, Rough, Fair, Good }

    property int state: PositionSource.Off
    property int quality: PositionSource.NoReading
    property string words
}
