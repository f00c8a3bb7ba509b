// SPDX-License-Identifier: Apache-2.0
import Qiaomen
import Qiaomen.Gallery

LateModel {
    rows: [
        { rescuedId: "r1", what: Day.say("王建国：电话", "王建国: Phone"), household: "王建国 · 锦绣花园 5栋2单元1203室", by: "李梅", at: Day.at(20, 16, 40),
            why: Day.say("网格已从该设备收回", "The grid had been taken from the device"), before: Day.say("电话：138****5678", "Phone: 138****5678"),
            values: Day.say("电话：138****0002", "Phone: 138****0002"), isDraft: false, gridName: "" },
        { rescuedId: "r2", what: Day.say("未保存的草稿", "A draft, not saved"), household: "", by: "李梅", at: Day.at(21, 9, 5),
            why: Day.say("未保存的草稿", "A draft, not saved"), before: "", values: Day.say("老人说想申请高龄津贴，材料还差一份", "Wants to ask for the old-age allowance; one paper is missing"), isDraft: true, gridName: "" }
    ]
}
