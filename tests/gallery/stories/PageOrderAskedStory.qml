// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

OrderPage {
    order: SampleOrder {
        stateCode: "asked"
        stateWord: Day.say("已提出", "Asked for")
        agreed: false
        papersOut: 0
        papers: CarriedPapers {}
        steps: StepsModel {}
        acts: ["accepted", "collected", "done", "cannot", "withdrawn"]
        actWords: [Day.say("约定时间", "Agree on a time"), "", "", "", ""]
    }
}
