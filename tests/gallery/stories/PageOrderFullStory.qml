// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

OrderFormPage {
    vocabulary: Samples.vocabulary
    form: DoorOrderForm {
        headName: "王建国"
        address: Day.say("锦绣花园 5栋2单元1203室", "Jinxiu Garden, building 5, unit 2, room 1203")
        peopleIds: ["1", "2"]
        peopleNames: ["王建国", "李桂兰"]
        kind: "proxy"
        resident: "2"
        item: "03-01"
        itemName: Day.say("高龄津贴申领", "Allowance for the very old")
        proxyRule: Day.say("家属或网格员可代办，须有委托书", "Relatives or the grid worker, with an authorisation")
        materials: [Day.say("居民身份证（原件核验）", "Identity card (seen, not kept)"), Day.say("代办委托书", "Authorisation for the person acting")]
        wantedOn: Day.at(21, 0, 0)
        wantedPart: "afternoon"
        dirty: true
        recovered: true
        problem: Day.say("希望日期已过，请另选一天，或不选。", "The wished day has passed. Choose another one, or none.")
        problemField: "wantedOn"
    }
}
