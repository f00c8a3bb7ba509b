// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

OrderStepPage {
    vocabulary: Samples.vocabulary
    form: OrderStepForm {
        act: "accepted"
        actWord: Samples.vocabulary.word("order_step", "act", "accepted")
        headName: "王建国"
        subject: Day.say("代取药", "Fetch medicine")
        asksDay: true
        dirty: true
        problem: Day.say("请约定日期：住户在等答复。", "Agree on a day: the household waits for it.")
        problemField: "agreedOn"
    }
}
