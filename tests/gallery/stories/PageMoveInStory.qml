// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

MovePage {
    vocabulary: Samples.vocabulary
    form: SampleMove {
        kind: MoveForm.In
        dirty: true
        problem: Day.say("请填写迁入人姓名。", "Write the name of who moves in.")
        people: MovePeople { rows: [{ residentId: "3", name: "王丽", about: Day.say("女儿 · 47 岁", "Daughter · 47 years old"), chosen: false }] }
    }
}
