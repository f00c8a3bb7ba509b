// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

MovePage {
    vocabulary: Samples.vocabulary
    form: SampleMove { kind: MoveForm.Join; dirty: true; target: "赵敏 · 锦绣花园 3栋2单元502"; outlook: Day.say("4 人并入，未办结事项一并转入。本户关闭，走访记录保留在本户历史中。", "4 members join, with what is open for them. This household closes; its visits stay in its history.") }
}
