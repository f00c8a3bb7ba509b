// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

SlipPage {
    slip: ShownSlip {
        title: Day.say("一次性告知书", "One-time notice")
        pages: ["qrc:/samples/slip.svg", "qrc:/samples/slip.svg"]
        savedFile: Day.say("文档/一次性告知书 2026-11-22.pdf", "Documents/One-time notice 2026-11-22.pdf")
    }
}
