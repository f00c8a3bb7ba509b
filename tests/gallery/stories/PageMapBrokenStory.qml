// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

SketchMapPage {
    canGoBack: true
    map: SketchMapModel { problem: Day.say("存储已损坏。", "The storage is damaged.") }
}
