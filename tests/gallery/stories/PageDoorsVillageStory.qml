// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

DoorsPage {
    canGoBack: true
    doors: SampleDoors {
        title: Day.say("大杨村民组", "Dayang village group")
        village: true
        units: []
        rows: unitRows().filter(row => row.room !== "").map((row, index) => Object.assign(row, { room: Day.say((index + 1) + " 号", "No. " + (index + 1)) }))
    }
}
