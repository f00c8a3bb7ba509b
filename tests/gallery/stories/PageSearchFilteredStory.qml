// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

SearchPage {
    search: SearchModel {
        query: "gljt"
        kinds: ["household", "catalogue"]
        byLastVisit: true
        hidden: 3
        rows: [
            { kind: 1, title: "郭磊", subtitle: "锦绣花园 5栋2单元1203室", householdId: "1", recordId: "3", gridName: "", lastVisitAt: 0 },
            { kind: 1, title: "高兰婷", subtitle: "锦绣花园 3栋1单元201室", householdId: "2", recordId: "4", gridName: "", lastVisitAt: Day.at(-120, 9, 0) },
            { kind: 6, title: Day.say("高龄津贴申请", "Allowance for the very old"), subtitle: Day.say("承诺 5 个工作日", "Promised in 5 working days"), householdId: "", recordId: "A-01", gridName: "", lastVisitAt: 0 }
        ]
    }
}
