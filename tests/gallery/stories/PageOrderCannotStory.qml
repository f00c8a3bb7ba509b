// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

OrderStepPage {
    vocabulary: Samples.vocabulary
    form: OrderStepForm {
        act: "cannot"
        actWord: Samples.vocabulary.word("order_step", "act", "cannot")
        headName: "王建国"
        subject: Day.say("高龄津贴申领", "Allowance for the very old")
        reasons: ["papers_missing"]
        notice: NoticeForm { papers: SamplePapers {} }
        dirty: true
        problem: Day.say("告知书：首次告知未列此项，现在不得再要求：户口簿", "Notice: the first notice did not name this, so it may not be asked for now: household register")
        problemField: "notice"
    }
}
