// SPDX-License-Identifier: Apache-2.0
//
// One of the app's own icons (style/icons, 24 dp grid, 2 dp round strokes) in a colour of the theme.
// Decoration only: what it means is said by the text or the accessible name beside it.
import QtQuick
import QtQuick.Controls.impl
import QtQuick.Window
import Qiaomen.Ui

ColorImage {
    property string name
    property int size: Theme.icon

    width: size
    height: size
    sourceSize.width: Math.ceil(size * Screen.devicePixelRatio)
    sourceSize.height: Math.ceil(size * Screen.devicePixelRatio)
    source: name === "" ? "" : Qt.resolvedUrl("../style/icons/" + name + ".svg")
    color: Theme.mutedInk
    Accessible.ignored: true
}
