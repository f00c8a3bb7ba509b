// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

VisitPage {
    vocabulary: Samples.vocabulary

    form: SampleVisit {
        id: visit

        outcome: "met"
        recovered: true
        confirmed: ["members", "dwelling"]
        draftState: VisitForm.DraftKept
        nextStep: Day.say("带助餐申请表来", "Bring the form for the lunch")
        nextDate: Day.at(28, 0, 0)
        needs.rows: [{ form: need }]
        hazards.rows: [{ form: hazard }]

        property NeedForm need: NeedForm { text: Day.say("想申请助餐，每天送一顿午饭", "Would like a lunch brought every day"); kind: "elder_care" }
        property HazardForm hazard: HazardForm { kind: "ebike"; risk: "general"; place: "锦绣花园 5栋2单元 楼道口"; advice: Day.say("七天内整改，之后复查", "To be put right within seven days, then checked"); rectifyBy: Day.at(29, 0, 0); position.quality: PositionSource.Fair; position.words: Day.say("能找到这栋楼", "Finds the building") }
    }
}
