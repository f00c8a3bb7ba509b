// SPDX-License-Identifier: Apache-2.0
import Qiaomen
import Qiaomen.Gallery

DoorsModel {
    id: doors

    readonly property list<string> names: ["王建国", "欧阳志远", "李敏", "阿依古丽·买买提", "陈秀英", "张伟", "", "刘洋", "赵丽颖"]
    property int floors: 18

    function door(floor: int, place: int) {
        const n = floor * 7 + place * 5, name = names[n % names.length], vacant = name === ""
        return { placeId: floor + "-" + place, householdId: vacant ? "" : "h" + n, floor: String(floor),
            room: floor % 9 === 0 && place === 4 ? "" : floor + "0" + place, address: "", headName: name, members: 1 + n % 4,
            freshness: [0, 0, 1, 0, 2, 0, 1, 3, 0, 0, 1][n % 11], lastMetAt: Day.at(22 - n % 120, 10, 0), vacant: vacant,
            openNeeds: !vacant && n % 11 === 0 ? 1 : 0, openHazards: !vacant && n % 13 === 0 ? 1 : 0, unsent: !vacant && n % 10 === 0 }
    }

    function unitRows() {
        const rows = []
        for (let floor = floors; floor > 0; --floor)
            for (let place = 1; place <= doorsPerFloor; ++place)
                rows.push(door(floor, place))
        return rows
    }

    title: "锦绣花园 5栋"
    units: ["1", "2", "3"]
    unit: "2"
    doorsPerFloor: 4
    rows: unitRows()
}
