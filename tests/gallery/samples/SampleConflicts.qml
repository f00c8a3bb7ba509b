// SPDX-License-Identifier: Apache-2.0
import Qiaomen
import Qiaomen.Gallery

ConflictsModel {
    rows: [
        { conflictId: "1", householdId: "h", subject: "王建国 · 锦绣花园 5栋2单元1203室", field: Samples.vocabulary.label("household", "phone"), before: "190****0012",
            mine: "190****0356", mineBy: "李敏", mineAt: Day.at(22, 9, 12), theirs: "190****0781", theirsBy: "陈志强", theirsAt: Day.at(21, 17, 30),
            mineStands: true, involvesMe: true, removal: false, gridName: "" },
        { conflictId: "2", householdId: "h", subject: "欧阳志远 · 锦绣花园 5栋2单元1101室", field: Samples.vocabulary.label("household", "note"), before: "",
            mine: Day.say("白天都在家，晚上上夜班，请下午两点以后来", "At home by day, works at night, please come after two"), mineBy: "李敏", mineAt: Day.at(20, 11, 3),
            theirs: Day.say("已经换了白班，周末在家", "Works by day now, at home at weekends"), theirsBy: "孙晓红", theirsAt: Day.at(20, 16, 45),
            mineStands: false, involvesMe: true, removal: false, gridName: "" }
    ]
}
