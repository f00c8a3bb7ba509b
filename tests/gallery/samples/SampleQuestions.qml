// SPDX-License-Identifier: Apache-2.0
//
// A leader's set about heating, as one household is asked it: one question of each kind. `rows` may leave some out.
import QtQml
import Qiaomen
import Qiaomen.Gallery

QuestionForms {
    id: sample

    readonly property string heating: Day.say("冬季取暖安全", "Safe heating in winter")
    readonly property string leader: Day.say("社区 王主任", "Wang, community")
    readonly property string reason: Day.say("安排一氧化碳报警器，先送到烧煤的人家", "To hand out carbon monoxide alarms, first to those who burn coal")
    property QuestionForm stove: QuestionForm {
        setTitle: sample.heating
        askedBy: sample.leader
        purpose: sample.reason
        leads: true
        kind: "one"
        text: Day.say("家里怎么取暖？", "How is the home heated?")
        options.rows: [{ code: "central", label: Day.say("集中供暖", "District heating") }, { code: "coal", label: Day.say("燃煤炉", "Coal stove") }, { code: "electric", label: Day.say("电暖器", "Electric heater") }]
    }
    property QuestionForm alarm: QuestionForm {
        setTitle: sample.heating
        kind: "yes_no"
        text: Day.say("装了一氧化碳报警器吗？", "Is there a carbon monoxide alarm?")
        known: Day.say("否", "No")
        knownAt: Day.at(-12, 9, 0)
        knownBy: "张强"
        options.rows: [{ code: "yes", label: Day.say("是", "Yes") }, { code: "no", label: Day.say("否", "No") }]
    }
    property QuestionForm stoves: QuestionForm {
        setTitle: sample.heating
        kind: "number"
        text: Day.say("有几个炉子？", "How many stoves?")
        unit: Day.say("个", "stoves")
    }
    property QuestionForm swept: QuestionForm {
        setTitle: sample.heating
        kind: "date"
        text: Day.say("烟道上次什么时候清理的？", "When was the flue swept last?")
    }
    property QuestionForm more: QuestionForm {
        setTitle: sample.heating
        kind: "several"
        text: Day.say("还需要什么？", "What else is needed?")
        options.rows: [{ code: "sweep", label: Day.say("清理烟道", "Sweep the flue") }, { code: "check", label: Day.say("检查电路", "Check the wiring") }, { code: "coal", label: Day.say("送煤", "Bring coal") }, { code: "blanket", label: Day.say("电热毯", "Electric blanket") }]
    }
    property QuestionForm remark: QuestionForm {
        setTitle: sample.heating
        kind: "text"
        text: Day.say("还有什么想说的？", "Anything else to say?")
    }
    property QuestionForm contact: QuestionForm {
        setTitle: sample.heating
        open: false
        text: Day.say("以后怎么联系方便？", "How is it best to get in touch?")
        known: Day.say("电话", "By phone")
        knownAt: Day.at(3, 9, 0)
        knownBy: "张强"
    }
    property QuestionForm income: QuestionForm {
        setTitle: sample.heating
        open: false
        declined: true
        text: Day.say("取暖费有困难吗？", "Is heating hard to pay for?")
        knownAt: Day.at(3, 9, 0)
        knownBy: "张强"
    }

    rows: [{ form: stove }, { form: alarm }, { form: stoves }, { form: swept }, { form: more }, { form: remark }, { form: contact }, { form: income }]
}
