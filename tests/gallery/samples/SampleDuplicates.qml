// SPDX-License-Identifier: Apache-2.0
import Qiaomen
import Qiaomen.Gallery

DuplicatesModel {
    rows: [
        { pairId: "1", kind: Day.say("居民", "Resident"), name: "赵国强", otherName: "赵国强", place: "锦绣花园3栋2单元601室", otherPlace: "锦绣花园3栋2单元601室",
            reason: Day.say("姓名和电话相同", "Same name and phone"), certain: false, gridName: "" },
        { pairId: "2", kind: Day.say("居民", "Resident"), name: "欧阳志远", otherName: "欧阳致远", place: "锦绣花园5栋2单元1101室", otherPlace: "柳湾村民组17号",
            reason: Day.say("身份证号相同", "Same identity number"), certain: true, gridName: "" }
    ]
    choices: MergeChoices {
        rows: [
            { field: Samples.vocabulary.label("resident", "phone"), one: "190****0012", other: "190****0034", takesOther: false },
            { field: Samples.vocabulary.label("resident", "id_number"), one: "", other: "990101********0015", takesOther: true },
            { field: Samples.vocabulary.label("resident", "work_unit"), one: Day.say("烔炀小学", "Tongyang primary school"), other: Day.say("第二纺织厂退休", "Retired from the second cotton mill"), takesOther: true }
        ]
    }
}
