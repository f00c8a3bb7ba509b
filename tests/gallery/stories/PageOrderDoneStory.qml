// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

OrderPage {
    order: SampleOrder {
        stateCode: "delivered"
        stateWord: Day.say("已送达", "Result handed over")
        open: false
        onDay: 0
        papersOut: 0
        papers: CarriedPapers {}
        acts: []
        actWords: []
        invitedAt: Day.at(22, 15, 0)
        invitedWay: Samples.vocabulary.word("evaluation_invitation", "way", "slip")
    }
}
