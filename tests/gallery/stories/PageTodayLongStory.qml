// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

TodayPage {
    vocabulary: Samples.vocabulary
    today: SampleToday {
        due: 1
        rows: [
            door("h", TodayModel.Due, Day.say("阿卜杜热合曼·阿卜杜克热木江", "Abdurahman Abdukerimjan of the old machine works"),
                "东风路老机械厂家属院(南区) 1栋 12单元 1203 室甲", "agreed",
                Day.say("约定走访：带上助餐申请表、残疾人证复印件、女儿签字的委托书，并帮忙看一下厨房漏水的水管", "Agreed visit: bring the lunch form, a copy of the disability card and the authorisation signed by the daughter, and look at the leaking pipe in the kitchen"),
                Day.say("约定于 2025年12月31日。", "Agreed for 31 Dec 2025."),
                { overdue: 326, asksReason: true, knocks: 3, doNotAsk: Day.say("收入、子女工作单位、房子是谁的", "income, where the children work, who owns the flat"),
                    tries: Day.say("已上门 4 次：改打电话，或留下联系卡。", "Tried 4 times: telephone, or leave a card."),
                    also: [Day.say("需求回访：矛盾调解（推迟到 12月1日：等待有关方面）", "Follow-up: Dispute (Put off until 1 Dec: Waiting for somebody else)"), Day.say("隐患复查：电线老化私拉", "Hazard recheck: Wiring"),
                        Day.say("更换联系卡", "Contact card")] })
        ]
    }
}
