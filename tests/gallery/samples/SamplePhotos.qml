// SPDX-License-Identifier: Apache-2.0
import Qiaomen
import Qiaomen.Gallery

ShownPhotos {
    title: Samples.vocabulary.word("hazard", "kind", "ebike")
    place: Day.say("锦绣花园 5栋2单元 楼道口", "Jinxiu Garden, building 5, unit 2, the stairs")
    rows: [
        { recordId: "1", stage: "before", stageWord: Samples.vocabulary.word("photo", "stage", "before"), caption: Day.say("线从二楼窗户拉下来，插座在雨棚外面", "The wire comes down from the window on the first floor"),
            at: Day.at(12, 16, 40), by: "李敏", thumbnail: "qrc:/samples/before.svg", image: "qrc:/samples/before.svg", size: 400000, safe: true, fetching: false, arrived: 1, absent: false },
        { recordId: "2", stage: "after", stageWord: Samples.vocabulary.word("photo", "stage", "after"), caption: Day.say("已拆线，车移到充电棚", "The wire is gone, the bicycle stands in the shed"),
            at: Day.at(20, 9, 12), by: "陈志强", thumbnail: "qrc:/samples/after.svg", image: "qrc:/samples/after.svg", size: 380000, safe: false, fetching: false, arrived: 1, absent: false },
        { recordId: "3", stage: "after", stageWord: Samples.vocabulary.word("photo", "stage", "after"), caption: "",
            at: Day.at(21, 10, 0), by: "陈志强", thumbnail: "", image: "", size: 390000, safe: false, fetching: false, arrived: 0, absent: false }
    ]
}
