// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

CarrierPage {
    sync: SampleSync {}
    carrier: SampleCarrier {
        folderThere: false
        answers: 0
        questions: 0
        problem: Day.say("U盘或文件夹不在了。您的记录一条没丢：重新插上，或另选一个。", "The stick or folder is not there any more. Nothing of yours is lost: put it in again, or choose another.")
    }
}
