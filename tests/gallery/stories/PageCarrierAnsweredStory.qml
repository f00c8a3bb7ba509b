// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

CarrierPage {
    sync: SyncController { safeCount: 1284 }
    carrier: SampleCarrier {
        answers: 0
        questions: 0
        done: 2
        trips: CarrierTripsModel {}
        result: Day.say("12 条记录已保险。\n来了别人的 31 条记录。\n还有要带的：再跑一趟值得。", "12 records of this device are safe now.\n31 records of others arrived.\nThere is more to bring: another trip is worth it.")
    }
}
