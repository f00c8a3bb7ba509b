// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

SlipPage {
    slip: ShownSlip { title: Day.say("材料收据", "Receipt for papers"); paper: ShownSlip.Roll }
}
