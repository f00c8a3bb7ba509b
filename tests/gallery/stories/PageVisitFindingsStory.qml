// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

AppPage {
    title: Day.say("需求与隐患", "Needs and hazards")

    ScrollColumn {
        anchors.fill: parent

        VisitFindings {
            vocabulary: Samples.vocabulary
            Layout.fillWidth: true
            form: VisitForm {
                needs.rows: [{ form: need }]
                hazards.rows: [{ form: hazard }]

                property NeedForm need: NeedForm { text: Day.say("想申请助餐，每天送一顿午饭", "Would like a lunch brought every day"); kind: "elder_care" }
                property HazardForm hazard: HazardForm { kind: "ebike"; risk: "general"; place: "锦绣花园 5栋2单元 楼道口"; advice: Day.say("七天内整改，之后复查", "To be put right within seven days, then checked"); rectifyBy: Day.at(29, 0, 0); position.quality: PositionSource.Fair; position.words: Day.say("能找到这栋楼", "Finds the building") }
            }
        }
    }
}
