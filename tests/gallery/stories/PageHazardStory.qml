// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

FindingPage {
    vocabulary: Samples.vocabulary
    form: FindingForm {
        householdId: ""
        address: Day.say("锦绣花园 5栋，2单元", "Jinxiu Garden, building 5, unit 2")
        problem: Day.say("隐患：请选择类别。", "Hazard: choose its kind.")
        dirty: true
        hazard: HazardForm { risk: "major"; place: Day.say("锦绣花园 5栋，2单元", "Jinxiu Garden, building 5, unit 2"); advice: Day.say("重大：疏散人员，一小时内上报。", "Major: keep people away and report it within the hour.") }
    }
}
