// SPDX-License-Identifier: Apache-2.0
import Qiaomen
import Qiaomen.Gallery

ParallelsModel {
    rows: [
        { conflictId: "1", householdId: "h", subject: "王建国 · 锦绣花园 5栋2单元1203室", kind: Day.say("户", "Household"),
            mine: Samples.vocabulary.label("household", "phone") + "：190****0356", mineBy: "李敏", mineAt: Day.at(22, 9, 12),
            theirs: Samples.vocabulary.label("household", "note") + "：" + Day.say("老人耳背，敲门请重一些", "Hard of hearing, knock loudly") + "\n"
                + Samples.vocabulary.label("household", "quiet_hours") + "：12:00-14:30",
            theirsBy: "陈志强", theirsAt: Day.at(21, 17, 30), involvesMe: true, gridName: "" },
        { conflictId: "2", householdId: "h", subject: "欧阳志远 · 锦绣花园 5栋2单元1101室", kind: Day.say("居民", "Resident"),
            mine: Samples.vocabulary.label("resident", "work_unit"), mineBy: "孙晓红", mineAt: Day.at(20, 11, 3),
            theirs: Samples.vocabulary.label("resident", "phone") + "：190****0781", theirsBy: "陈志强", theirsAt: Day.at(20, 16, 45),
            involvesMe: false, gridName: "" }
    ]
}
