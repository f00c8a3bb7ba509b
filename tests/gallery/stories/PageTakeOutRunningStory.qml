// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

TakeOutPage {
    gridName: Day.say("烔炀社区第 7 网格", "Tongyang, grid 7")
    takeOut: SampleTakeOut { running: true; progress: 0.42 }
}
