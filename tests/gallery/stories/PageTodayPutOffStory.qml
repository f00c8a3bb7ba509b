// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

TodayPage {
    vocabulary: Samples.vocabulary
    today: SampleToday {}

    ReasonSheet {
        visible: true
        title: Day.say("推迟这一户的事项", "Put off what is due behind this door")
        supporting: Day.say("到那天会再次出现，同事能看到原因。", "It comes back on that day. Colleagues see the reason.")
        withDay: true
        day: Day.at(24, 0, 0)
        reason: "away"
        acceptText: Day.say("推迟", "Put off")
        reasons: Samples.vocabulary.choices("plan_note", "reason")
    }
}
