// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

TakeOutPage {
    gridName: Day.say("烔炀社区第 7 网格", "Tongyang, grid 7")
    takeOut: TakeOut { period: TakeOut.LastMonth; fromDay: Day.at(-30, 0, 0); untilDay: Day.at(0, 0, 0) }
}
