// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

CarrierPage {
    sync: SampleSync {}
    carrier: SampleCarrier {
        busy: true
        doing: Day.say("正在交给中心…", "Handing in at the centre…")
        progress: 0.5
    }
}
