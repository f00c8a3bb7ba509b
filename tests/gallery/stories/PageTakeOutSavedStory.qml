// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

TakeOutPage {
    gridName: Day.say("烔炀社区第 7 网格", "Tongyang, grid 7")
    takeOut: SampleTakeOut {
        summary: Day.say("17 张工作表共 21874 行", "21874 rows on 17 sheets")
        savedFile: Day.say("/storage/emulated/0/Documents/烔炀社区第7网格数据 2026-11-22.xlsx", "/storage/emulated/0/Documents/Tongyang grid 7 records 2026-11-22.xlsx")
    }
}
