// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

OrderFormPage {
    vocabulary: Samples.vocabulary
    form: DoorOrderForm {
        headName: "王建国"
        address: Day.say("锦绣花园 5栋2单元1203室", "Jinxiu Garden, building 5, unit 2, room 1203")
        peopleIds: ["1", "2"]
        peopleNames: ["王建国", "李桂兰"]
        problem: Day.say("请从事项目录中选择，或说明要办什么。", "Choose an item of the catalogue, or say what is to be done.")
        problemField: "what"
    }
}
