// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

SketchMapPage {
    id: page

    canGoBack: true
    map: SampleMap {}

    Component.onCompleted: openMark(0)
}
