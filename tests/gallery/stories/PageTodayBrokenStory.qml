// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

TodayPage {
    vocabulary: Samples.vocabulary
    today: TodayModel {
        problem: Day.say("本机数据无法读取（磁盘错误）。请不要删除任何内容，并告知管理员。", "The data on this device cannot be read (disk error). Do not delete anything; tell the administrator.")
    }
}
