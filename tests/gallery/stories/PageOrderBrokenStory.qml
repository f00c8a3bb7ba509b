// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

OrderPage {
    order: ShownOrder { problem: Day.say("手机上的数据损坏，请联系管理员。", "The data on this phone is damaged. Please ask your administrator.") }
}
