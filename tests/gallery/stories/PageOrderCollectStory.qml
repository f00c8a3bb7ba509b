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
        agreedOn: Day.at(26, 0, 0)
        agreedPart: "afternoon"
        papers: SamplePapers {}
        draftState: DraftedForm.DraftKept
    }
}
