// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

ImportPage {
    gridName: Day.say("烔炀社区第 7 网格", "Tongyang, grid 7")
    form: ImportForm { openNotes: 3 }
}
