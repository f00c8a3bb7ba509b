// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

SearchPage {
    search: SearchModel {
        query: "wj"
        rows: [
            { kind: 0, title: "王建国", subtitle: "锦绣花园 5栋2单元1203室 · " + Day.say("81 岁", "81 years"), householdId: "1", recordId: "1", gridName: "", lastVisitAt: 0 },
            { kind: 0, title: "吴娟", subtitle: "大杨村民组 17 号 · " + Day.say("34 岁", "34 years"), householdId: "2", recordId: "2", gridName: "", lastVisitAt: 0 },
            { kind: 1, title: "王建国", subtitle: "锦绣花园 5栋2单元1203室", householdId: "1", recordId: "3", gridName: "", lastVisitAt: 0 },
            { kind: 2, title: "文景苑 1栋1单元101室", subtitle: Day.say("空置", "Vacant"), householdId: "", recordId: "4", gridName: "", lastVisitAt: 0 },
            { kind: 3, title: Samples.vocabulary.word("need", "kind", "elder_care"), subtitle: Day.say("王建国：想申请助餐，每天送一顿午饭", "王建国： would like a lunch brought every day"), householdId: "1", recordId: "5", gridName: "", lastVisitAt: 0 },
            { kind: 4, title: Samples.vocabulary.word("hazard", "kind", "ebike"), subtitle: "锦绣花园 5栋2单元 楼道口", householdId: "1", recordId: "6", gridName: "", lastVisitAt: 0 },
            { kind: 5, title: Day.say("高龄津贴申请", "Allowance for the very old"), subtitle: "王建国 · 锦绣花园 5栋2单元1203室", householdId: "1", recordId: "7", gridName: "", lastVisitAt: 0 }
        ]
    }
}
