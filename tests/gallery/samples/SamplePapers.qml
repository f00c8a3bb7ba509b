// SPDX-License-Identifier: Apache-2.0
import Qiaomen
import Qiaomen.Gallery

PaperList {
    rows: [
        { name: Day.say("居民身份证（原件核验）", "Identity card (seen, not kept)"), ticked: true, original: true, copies: 1, other: false },
        { name: Day.say("户口簿（原件核验）", "Household register (seen, not kept)"), ticked: true, original: false, copies: 2, other: false },
        { name: Day.say("本人银行卡或社保卡", "Own bank or social security card"), ticked: false, original: true, copies: 1, other: false },
        { name: Day.say("代办委托书", "Authorisation for the person acting"), ticked: false, original: true, copies: 1, other: false }
    ]
}
