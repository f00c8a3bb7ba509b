// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

OrderStepPage {
    vocabulary: Samples.vocabulary
    form: OrderStepForm {
        act: "collected"
        actWord: Samples.vocabulary.word("order_step", "act", "collected")
        headName: "王建国"
        subject: Day.say("高龄津贴申领", "Allowance for the very old")
        asksDay: true
        agreedOn: Day.at(39, 0, 0)
        promise: Day.say("承诺：11月20日周五起；5个工作日；11月27日周五到期。", "Promised: Begun Fri 20 Nov; 5 working days; due Fri 27 Nov.")
        agreedPart: "afternoon"
        papers: SamplePapers {}
        draftState: DraftedForm.DraftKept
    }
}
