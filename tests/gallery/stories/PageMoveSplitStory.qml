// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

MovePage {
    vocabulary: Samples.vocabulary
    form: SampleMove {
        kind: MoveForm.Split
        dirty: true
        newHead: "3"
        sameDoor: false
        query: "3-2"
        problem: Day.say("请查找并选择新户所住的房屋。", "Look for the door where the new household lives, and choose it.")
        targets: MoveTargets { rows: [{ targetId: "1", title: "锦绣花园 3栋2单元501", subtitle: "" }, { targetId: "2", title: Day.say("烟台市福山区清洋街道东风花园社区东风路 118 号老机械厂家属院(南区)3 号楼 2 单元 502 室", "Dongfeng Road 118, south yard of the old machine works, building 3, unit 2, room 502"), subtitle: "" }] }
    }
}
