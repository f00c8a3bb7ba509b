// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

AppPage {
    title: Day.say("走访时的问题", "Questions on a visit")

    ScrollColumn {
        anchors.fill: parent

        VisitQuestions {
            Layout.fillWidth: true
            vocabulary: Samples.vocabulary
            unfolded: true
            questions: SampleQuestions {
                Component.onCompleted: {
                    stove.value = "coal"
                    alarm.response = "declined"
                }
            }
        }
    }
}
