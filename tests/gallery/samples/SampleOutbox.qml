// SPDX-License-Identifier: Apache-2.0
import Qiaomen
import Qiaomen.Gallery

OutboxModel {
    function change(number: int, chinese: string, english: string, household: string, at: real) {
        return { number: number, what: Day.say(chinese, english), household: household, householdId: "h", at: at, gridName: "" }
    }

    rows: [
        change(1296, "走访：见到", "Visit: Met", "王建国 · 锦绣花园 5栋2单元1203室", Day.at(22, 15, 2)),
        change(1295, "隐患：电动车入户充电", "Hazard: E-bike charging indoors", "王建国 · 锦绣花园 5栋2单元1203室", Day.at(22, 15, 2)),
        change(1294, "李桂兰：电话、工作单位", "李桂兰： Phone, Place of work", "王建国 · 锦绣花园 5栋2单元1203室", Day.at(22, 14, 48)),
        change(1293, "走访：未遇", "Visit: Not home", "阿依古丽·买买提 · 锦绣花园 5栋2单元1204室", Day.at(21, 17, 30)),
        change(1292, "需求：养老助老", "Need: Elder care", "欧阳志远 · 锦绣花园 5栋2单元1101室", Day.at(21, 17, 5)),
        change(1291, "走访：见到", "Visit: Met", "欧阳志远 · 锦绣花园 5栋2单元1101室", Day.at(20, 9, 12))
    ]
}
