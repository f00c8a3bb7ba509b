// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

VisitPage {
    vocabulary: Samples.vocabulary
    form: SampleVisit { quietNow: true; quietHours: "12:00-16:00"; doNotAsk: Day.say("工作单位、收入", "Place of work, income") }
}
