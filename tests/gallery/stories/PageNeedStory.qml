// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

FindingPage {
    vocabulary: Samples.vocabulary
    form: FindingForm {
        headName: "王建国"
        address: Day.say("锦绣花园 5栋2单元1203室", "Jinxiu Garden, building 5, unit 2, room 1203")
        recovered: true
        dirty: true
        draftState: FindingForm.DraftKept
        need: NeedForm { text: Day.say("想申请助餐，每天送一顿午饭", "Would like a lunch brought every day"); kind: "elder_care" }
    }
}
