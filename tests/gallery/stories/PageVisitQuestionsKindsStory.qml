// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

AppPage {
    title: Day.say("各种问题", "Kinds of question")

    ScrollColumn {
        anchors.fill: parent

        VisitQuestions {
            Layout.fillWidth: true
            vocabulary: Samples.vocabulary
            unfolded: true
            showsKnown: true
            questions: SampleQuestions {
                id: sample

                rows: [{ form: stoves }, { form: swept }, { form: more }, { form: contact }, { form: income }]
                Component.onCompleted: {
                    stoves.value = "12"
                    stoves.problem = Day.say("不能大于 9。", "At most 9.")
                    swept.response = "not_asked"
                    more.value = "sweep coal"
                }
            }
        }
    }
}
