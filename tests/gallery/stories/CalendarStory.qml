// SPDX-License-Identifier: Apache-2.0
import Qiaomen.Ui

AppPage {
    title: "选日期"

    CalendarSheet {
        title: "约定时间"
        day: new Date(2026, 10, 28).getTime()
        visible: true
    }
}
