// SPDX-License-Identifier: Apache-2.0
import Qiaomen
import Qiaomen.Gallery

SketchMapModel {
    id: map

    function marks() {
        const all = []
        for (let n = 0; n < 26; ++n)
            all.push({ markX: -140 + (n % 5) * 66 + (n * 13) % 17, markY: -180 + Math.floor(n / 5) * 68 + (n * 29) % 19, things: [1, 1, 12, 1, 48, 1, 7][n % 7], hazards: n % 9 === 4 ? 1 : 0,
                freshness: n % 4, name: "锦绣花园 " + (n + 1) + "栋" })
        return all
    }

    things: 167
    without: 41
    outline: "M-165 -210 L40 -222 L170 -90 L150 190 L-20 215 L-172 120 Z"
    rows: marks()

    chosen: MapThings {
        rows: [
            { isHazard: true, recordId: "1", householdId: "", title: Samples.vocabulary.word("hazard", "kind", "ebike"), subtitle: "锦绣花园 5栋2单元 楼道口", freshness: 3 },
            { isHazard: false, recordId: "2", householdId: "h", title: "王建国", subtitle: "锦绣花园 5栋2单元1203室", freshness: 0 },
            { isHazard: false, recordId: "3", householdId: "", title: Day.say("无人登记", "Nobody registered"), subtitle: "锦绣花园 5栋2单元1204室", freshness: 3 }
        ]
    }
}
