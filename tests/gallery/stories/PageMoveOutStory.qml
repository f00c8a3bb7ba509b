// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

MovePage {
    vocabulary: Samples.vocabulary
    form: SampleMove { kind: MoveForm.Out; dirty: true; recovered: true; reason: "lease"; place: Day.say("合肥", "Hefei"); outlook: Day.say("2 人留下。", "2 members will stay.") }
}
