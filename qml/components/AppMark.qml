// SPDX-License-Identifier: Apache-2.0
//
// The app's mark: a door ajar, and a knock.
import QtQuick
import QtQuick.Window

Image {
    property int size: 40

    width: size
    height: size
    sourceSize.width: Math.ceil(size * Screen.devicePixelRatio)
    sourceSize.height: Math.ceil(size * Screen.devicePixelRatio)
    source: Qt.resolvedUrl("../style/qiaomen.svg")
    Accessible.ignored: true
}
