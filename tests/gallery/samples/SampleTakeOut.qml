// SPDX-License-Identifier: Apache-2.0
import Qiaomen
import Qiaomen.Gallery

TakeOut {
    past: ExportsModel {
        rows: [
            { at: Day.at(20, 16, 40), worker: "李敏", rows: 21874, fromDay: 0, untilDay: 0 },
            { at: Day.at(-40, 9, 5), worker: Day.say("欧阳志远（窗口）", "Ouyang Zhiyuan (hall)"), rows: 612, fromDay: Day.at(-82, 0, 0), untilDay: Day.at(-53, 0, 0) }
        ]
    }
}
