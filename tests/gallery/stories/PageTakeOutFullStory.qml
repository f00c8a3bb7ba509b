// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

TakeOutPage {
    gridName: Day.say("烔炀社区第 7 网格", "Tongyang, grid 7")
    takeOut: SampleTakeOut {
        problem: Day.say("这个文件夹空间不足，放不下工作簿。没有留下任何文件：请腾出空间，或另选文件夹。",
            "There is not enough room for the workbook in this folder. Nothing was left behind: make room, or choose another folder.")
    }
}
