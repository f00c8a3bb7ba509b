// SPDX-License-Identifier: Apache-2.0
import Qiaomen
import Qiaomen.Gallery

CarrierController {
    folder: Day.say("/media/李敏/蓝色U盘", "/media/limin/Blue stick")
    folderName: Day.say("蓝色U盘", "Blue stick")
    folderThere: true
    answers: 1
    questions: 2

    trips: CarrierTripsModel {
        rows: [
            { at: Day.at(19, 18, 4), records: 57 },
            { at: Day.at(21, 17, 40), records: 12 }
        ]
    }
}
