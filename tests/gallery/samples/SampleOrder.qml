// SPDX-License-Identifier: Apache-2.0
import Qiaomen
import Qiaomen.Gallery

ShownOrder {
    headName: "王建国"
    address: Day.say("锦绣花园 5栋2单元1203室", "Jinxiu Garden, building 5, unit 2, room 1203")
    subject: Day.say("高龄津贴申领 · 老人腿脚不便，下楼困难", "Allowance for the very old · he cannot easily come down the stairs")
    forWhom: "李桂兰"
    kind: Samples.vocabulary.word("door_order", "kind", "proxy")
    channel: Samples.vocabulary.word("door_order", "channel", "visit")
    askedAt: Day.at(20, 9, 20)
    stateCode: "collected"
    stateWord: Day.say("已收取材料", "Papers taken along")
    since: Day.at(21, 15, 10)
    onDay: Day.at(26, 0, 0)
    part: Samples.vocabulary.word("order_step", "agreed_part", "afternoon")
    agreed: true
    acts: ["done", "cannot", "collected", "withdrawn", "return"]
    actWords: [Day.say("已经办结", "It is done"), Day.say("不能办理", "It cannot be done"), Day.say("收取材料", "Take papers along"),
        Day.say("居民撤回", "The resident withdraws it"), Day.say("归还材料", "Give the papers back")]
    papersOut: 2

    papers: CarriedPapers {
        rows: [
            { name: Day.say("户口簿（原件核验）", "Household register (seen, not kept)"), form: Samples.vocabulary.word("carried_paper", "form", "copy"), takenAt: Day.at(21, 15, 10), takenBy: "李敏", returnedAt: 0 },
            { name: Day.say("本人银行卡或社保卡", "Own bank or social security card"), form: Samples.vocabulary.word("carried_paper", "form", "copy"), takenAt: Day.at(21, 15, 10), takenBy: "李敏", returnedAt: 0 },
            { name: Day.say("居民身份证（原件核验）", "Identity card (seen, not kept)"), form: Samples.vocabulary.word("carried_paper", "form", "original"), takenAt: Day.at(21, 15, 10), takenBy: "李敏", returnedAt: Day.at(22, 10, 0) }
        ]
    }

    steps: StepsModel {
        rows: [
            { recordId: "3", act: "collected", at: Day.at(21, 15, 10), title: Samples.vocabulary.word("order_step", "act", "collected"), supporting: Day.say("约定：2026年11月26日 下午", "Agreed: 26 November 2026, afternoon"), by: "李敏", withdrawn: false, correction: "", undoable: true },
            { recordId: "2", act: "not_home", at: Day.at(21, 10, 2), title: Samples.vocabulary.word("order_step", "act", "not_home"), supporting: "", by: "陈志强", withdrawn: true, correction: Day.say("由 陈志强 撤回：误录", "Taken back by 陈志强: recorded by mistake"), undoable: false },
            { recordId: "1", act: "accepted", at: Day.at(20, 9, 40), title: Samples.vocabulary.word("order_step", "act", "accepted"), supporting: Day.say("约定：2026年11月21日 下午", "Agreed: 21 November 2026, afternoon"), by: "李敏", withdrawn: false, correction: "", undoable: false }
        ]
    }
}
