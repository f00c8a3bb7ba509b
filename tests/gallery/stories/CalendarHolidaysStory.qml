// SPDX-License-Identifier: Apache-2.0
import Qiaomen.Gallery
import Qiaomen.Ui

AppPage {
    title: Day.say("选日期", "Choose a day")

    CalendarSheet {
        title: Day.say("约定时间", "Agree on a time")
        day: new Date(2026, 9, 8).getTime()
        visible: true
    }
}
