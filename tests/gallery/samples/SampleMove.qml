// SPDX-License-Identifier: Apache-2.0
import Qiaomen
import Qiaomen.Gallery

MoveForm {
    headName: "王建国"
    address: Day.say("锦绣花园 5栋2单元1203室", "Jinxiu Garden, building 5, unit 2, room 1203")
    day: Day.at(20, 0, 0)

    people: MovePeople {
        rows: [
            { residentId: "1", name: "王建国", about: Day.say("户主 · 81 岁", "Head · 81 years old"), chosen: false },
            { residentId: "2", name: "李桂兰", about: Day.say("配偶 · 78 岁", "Spouse · 78 years old"), chosen: false },
            { residentId: "3", name: "王丽", about: Day.say("女儿 · 47 岁", "Daughter · 47 years old"), chosen: true },
            { residentId: "4", name: "买买提·阿卜杜热合曼·艾则孜", about: Day.say("其他 · 49 岁", "Other · 49 years old"), chosen: true }
        ]
    }
}
