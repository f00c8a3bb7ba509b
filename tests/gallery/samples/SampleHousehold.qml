// SPDX-License-Identifier: Apache-2.0
import Qiaomen
import Qiaomen.Gallery

ShownHousehold {
    headName: "王建国"
    number: "0712"
    address: Day.say("锦绣花园 5栋2单元1203室", "Jinxiu Garden, building 5, unit 2, room 1203")
    dwellingUse: Samples.vocabulary.word("dwelling", "use", "owner")
    registerKind: Samples.vocabulary.word("household", "register_kind", "non_agricultural")
    tags: [Samples.vocabulary.word("household", "tags", "low_income")]
    phoneMasked: "190****0012"
    contactWay: Samples.vocabulary.word("household", "contact_way", "door")
    quietHours: "12:00-14:00, 20:30-08:30"
    doNotAsk: Day.say("工作单位、收入", "Place of work, income")
    note: Day.say("敲门要用力一些，老人耳朵不好；女儿每周六回来。", "Knock firmly, he hears badly. The daughter comes on Saturdays.")
    nextVisit: Day.at(28, 0, 0)
    freshness: 0
    lastHeardAt: Day.at(10, 9, 12)
    lastVisitAt: Day.at(20, 9, 12)
    lastOutcome: Samples.vocabulary.word("visit", "outcome", "not_home")
    lastVisitBy: "李敏"
    visitCount: 14
    openNeeds: 1
    openHazards: 1
    openConflicts: 1
    openDuplicates: 1
    merged: ["王建国"]

    members: MembersModel {
        rows: [
            { residentId: "1", name: "王建国", relation: Samples.vocabulary.word("resident", "relation", "0"), sex: Samples.vocabulary.word("resident", "sex", "1"),
                age: 81, phone: "190****0012", idNumber: "990***********0012", population: Samples.vocabulary.word("resident", "population", "permanent"),
                careTags: [Samples.vocabulary.word("resident", "care_tags", "very_old"), Samples.vocabulary.word("resident", "care_tags", "chronic")], workUnit: "", gone: false, head: true },
            { residentId: "2", name: "李桂兰", relation: Samples.vocabulary.word("resident", "relation", "1"), sex: Samples.vocabulary.word("resident", "sex", "2"),
                age: 78, phone: "190****0781", idNumber: "990***********0781", population: Samples.vocabulary.word("resident", "population", "permanent"),
                careTags: [], workUnit: "", gone: false, head: false },
            { residentId: "3", name: "王丽", relation: Samples.vocabulary.word("resident", "relation", "3"), sex: Samples.vocabulary.word("resident", "sex", "2"),
                age: 47, phone: "", idNumber: "990***********0356", population: Samples.vocabulary.word("resident", "population", "outflow"),
                careTags: [], workUnit: Day.say("烟台市福山区人民医院", "Fushan People's Hospital"), gone: true, head: false }
        ]
    }

    hazards: ItemsModel {
        rows: [
            { recordId: "1", householdId: "h", at: Day.at(12, 16, 40), kind: Samples.vocabulary.word("hazard", "kind", "ebike"),
                text: Day.say("楼道口充电，线从窗户拉下来", "Charging at the stairs, the wire comes down from the window"), level: Samples.vocabulary.word("hazard", "risk", "general"),
                levelCode: "general", stateWord: Samples.vocabulary.word("hazard", "state", "rectifying"), open: true, due: Day.at(29, 0, 0), position: true, by: "李敏", photos: ["qrc:/samples/before.svg", "qrc:/samples/after.svg", ""] }
        ]
    }

    needs: ItemsModel {
        rows: [
            { recordId: "2", householdId: "h", at: Day.at(10, 9, 12), kind: Samples.vocabulary.word("need", "kind", "elder_care"),
                text: Day.say("想申请助餐，每天送一顿午饭", "Would like a lunch brought every day"), level: Samples.vocabulary.word("need", "urgency", "soon"),
                levelCode: "soon", stateWord: Samples.vocabulary.word("need", "state", "open"), open: true, due: 0, position: false, by: "李敏", photos: [] },
            { recordId: "3", householdId: "h", at: Day.at(-40, 9, 12), kind: Samples.vocabulary.word("need", "kind", "insurance"),
                text: Day.say("医保卡换新", "A new insurance card"), level: Samples.vocabulary.word("need", "urgency", "normal"),
                levelCode: "normal", stateWord: Samples.vocabulary.word("need", "state", "met"), open: false, due: 0, position: false, by: "陈志强", photos: [] }
        ]
    }

    openOrders: 1
    orders: OrdersModel {
        rows: [
            { recordId: "o1", subject: Day.say("高龄津贴申领", "Allowance for the very old"), kind: Samples.vocabulary.word("door_order", "kind", "proxy"), stateWord: Day.say("已收取材料", "Papers taken along"),
                stateCode: "collected", open: true, waits: false, onDay: Day.at(26, 0, 0), part: Samples.vocabulary.word("order_step", "agreed_part", "afternoon"), agreed: true, papersOut: 2 },
            { recordId: "o2", subject: Day.say("代取药", "Fetch medicine"), kind: Samples.vocabulary.word("door_order", "kind", "door"), stateWord: Day.say("已办结", "Done"),
                stateCode: "done", open: false, waits: false, onDay: 0, part: "", agreed: false, papersOut: 0 }
        ]
    }

    looks: LooksModel {
        rows: [
            { at: Day.at(20, 9, 10), reader: "李敏", what: Day.say("王建国 · 电话", "王建国 · Phone"), reason: Samples.vocabulary.word("read_audit", "reason", "contact"), device: "018f", isExport: false },
            { at: Day.at(18, 17, 30), reader: "李敏", what: Day.say("整个网格导出为工作簿，号码已遮挡", "The whole grid as a workbook, numbers masked"), reason: Day.say("全部", "Everything"), device: "018f", isExport: true },
            { at: Day.at(-30, 15, 2), reader: "陈志强", what: Day.say("李桂兰 · 身份证号", "李桂兰 · Identity number"), reason: Day.say("代办事项 · 办理高龄补贴", "Do something for them · allowance for the very old"), device: "01a2", isExport: false }
        ]
    }

    cardHeld: "2025-1"
    cardNewest: "2026-2"
    cardDue: true

    asked: AskedModel {
        rows: [
            { group: "members", word: Samples.vocabulary.word("visit", "confirmed", "members"), at: Day.at(10, 9, 12), by: "李敏", freshness: 0 },
            { group: "contacts", word: Samples.vocabulary.word("visit", "confirmed", "contacts"), at: Day.at(-52, 10, 5), by: "陈志强", freshness: 1 },
            { group: "dwelling", word: Samples.vocabulary.word("visit", "confirmed", "dwelling"), at: Day.at(-120, 15, 30), by: "陈志强", freshness: 2 },
            { group: "care", word: Samples.vocabulary.word("visit", "confirmed", "care"), at: 0, by: "", freshness: 3 }
        ]
    }

    anchors: AnchorsModel {
        rows: [
            { anchorId: "1", kind: "lease", kindWord: Samples.vocabulary.word("anchor", "kind", "lease"), title: Day.say("租赁合同", "Lease"), papers: "", person: "", expires: Day.at(36, 0, 0), validity: 2, note: "" },
            { anchorId: "2", kind: "job", kindWord: Samples.vocabulary.word("anchor", "kind", "job"), title: Day.say("个体工商户营业执照", "Licence of a small business"), papers: "923***********0K", person: "李桂兰", expires: 0, validity: 0, note: "" },
            { anchorId: "3", kind: "certificate", kindWord: Samples.vocabulary.word("anchor", "kind", "certificate"), title: Day.say("居住证", "Residence permit"), papers: "A20***********18", person: "王丽", expires: Day.at(-12, 0, 0), validity: 3, note: "" }
        ]
    }

    timeline: TimelineModel {
        rows: [
            { kind: 0, recordId: "1", at: Day.at(20, 9, 12), title: Samples.vocabulary.word("visit", "outcome", "not_home"), supporting: Day.say("已留联系卡", "Left a contact card"), by: "李敏", outcome: "not_home", unsent: true, withdrawn: false, correction: "", undoable: true, otherId: "" },
            { kind: 3, recordId: "9", at: Day.at(20, 8, 40), title: Samples.vocabulary.word("household_move", "kind", "split"), supporting: Day.say("王丽、王小宝 · 2026-11-20 · 婚嫁", "王丽、王小宝 · 2026-11-20 · Marriage"), by: "李敏", outcome: "split", unsent: true, withdrawn: false, correction: "", undoable: true, otherId: "h2" },
            { kind: 2, recordId: "2", at: Day.at(12, 16, 40), title: Samples.vocabulary.word("hazard", "kind", "ebike"), supporting: Day.say("楼道口充电，约好本周六请电工改线。", "Charging at the stairs. An electrician comes on Saturday."), by: "李敏", outcome: "", unsent: true, withdrawn: false, correction: "", undoable: false, otherId: "" },
            { kind: 1, recordId: "3", at: Day.at(10, 9, 20), title: Samples.vocabulary.word("need", "kind", "elder_care"), supporting: Day.say("想申请助餐，每天送一顿午饭", "Would like a lunch brought every day"), by: "李敏", outcome: "", unsent: false, withdrawn: false, correction: "", undoable: false, otherId: "" },
            { kind: 0, recordId: "4", at: Day.at(10, 9, 12), title: Samples.vocabulary.word("visit", "outcome", "met"), supporting: Day.say("家庭成员、联系方式没有变化。约好 28 日再来，带助餐申请表。", "Members and contacts unchanged. Agreed: again on the 28th, with the form."), by: "李敏", outcome: "met", unsent: false, withdrawn: false, correction: "", undoable: false, otherId: "" },
            { kind: 0, recordId: "5", at: Day.at(-52, 10, 5), title: Samples.vocabulary.word("visit", "outcome", "later"), supporting: Day.say("客人在，下周再来", "Guests, come next week"), by: "陈志强", outcome: "later", unsent: false, withdrawn: true, correction: Day.say("由 陈志强 撤回：误录", "Taken back by 陈志强: recorded by mistake"), undoable: false, otherId: "" },
            { kind: 0, recordId: "6", at: Day.at(-120, 15, 30), title: Samples.vocabulary.word("visit", "outcome", "met"), supporting: "", by: "陈志强", outcome: "met", unsent: false, withdrawn: false, correction: "", undoable: false, otherId: "" }
        ]
    }
}
