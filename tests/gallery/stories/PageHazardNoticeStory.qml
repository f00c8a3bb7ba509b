// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

HazardStepPage {
    vocabulary: Samples.vocabulary
    form: HazardStepForm {
        act: "notice"
        actWord: Day.say("下达整改通知", "Give notice")
        subject: Samples.vocabulary.word("hazard", "kind", "ebike")
        place: Day.say("锦绣花园 5栋，2单元楼道口", "Jinxiu Garden, building 5, at the stairs of unit 2")
        asksLimit: true
        asksWhom: true
        until: Day.at(29, 0, 0)
        dirty: true
        problem: Day.say("请填写由谁整改：通知书要写明对象。", "Say who has to put it right: the notice is addressed to them.")
        problemField: "toWhom"
    }
}
