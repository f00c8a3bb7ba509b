// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

OrderPage {
    order: SampleOrder {
        stateCode: "cannot"
        stateWord: Day.say("待住户补齐", "Waits for the household")
        onDay: 0
        acts: ["return", "accepted", "collected", "withdrawn"]
        actWords: [Day.say("归还材料", "Give the papers back"), Day.say("约定时间", "Agree on a time"), Day.say("收取材料", "Take papers along"), Day.say("居民撤回", "The resident withdraws it")]
        noticeAt: Day.at(21, 15, 20)
        missing: [Day.say("代办委托书", "Authorisation for the person acting"), Day.say("家庭收入情况说明（由用人单位或所在社区出具，注明出具日期、联系人和联系电话）", "Statement of household income, by the employer or the community, with its date, a name and a telephone number")]
    }
}
