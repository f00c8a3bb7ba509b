// SPDX-License-Identifier: Apache-2.0
import Qiaomen
import Qiaomen.Gallery

ShownHazard {
    kind: Samples.vocabulary.word("hazard", "kind", "ebike")
    place: Day.say("锦绣花园 5栋，2单元楼道口", "Jinxiu Garden, building 5, at the stairs of unit 2")
    text: Day.say("楼道口充电，线从窗户拉下来", "Charging at the stairs, the wire comes down from the window")
    risk: Samples.vocabulary.word("hazard", "risk", "general")
    riskCode: "general"
    responsible: "王建国"
    stateCode: "rectifying"
    stateWord: Samples.vocabulary.word("hazard", "state", "rectifying")
    foundAt: Day.at(12, 16, 40)
    rectifyBy: Day.at(29, 0, 0)
    extended: true
    noticed: true
    acts: ["closed", "rechecked", "escalated"]
    actWords: [Day.say("整改到位，销号", "Put right: close it"), Day.say("复查：尚未整改到位", "Look again: not yet put right"), Day.say("上报", "Report upward")]

    steps: StepsModel {
        rows: [
            { recordId: "2", act: "extended", at: Day.at(19, 9, 5), title: Samples.vocabulary.word("hazard_step", "act", "extended"), supporting: Day.say("期限 11月29日 · 充电桩下周到货", "by 29 November · the charging post arrives next week"), by: "李敏", withdrawn: false, correction: "", undoable: true },
            { recordId: "1", act: "notice", at: Day.at(12, 16, 50), title: Samples.vocabulary.word("hazard_step", "act", "notice"), supporting: Day.say("送达 王建国 · 期限 11月22日", "To 王建国 · by 22 November"), by: "李敏", withdrawn: false, correction: "", undoable: false }
        ]
    }
}
