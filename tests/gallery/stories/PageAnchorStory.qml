// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

AnchorPage {
    vocabulary: Samples.vocabulary
    form: AnchorForm {
        isNew: false
        headName: "王建国"
        dirty: true
        kind: "certificate"
        title: Day.say("居住证", "Residence permit")
        papersMasked: "A20***********18"
        from: Day.at(-380, 0, 0)
        expires: Day.at(-400, 0, 0)
        problem: Day.say("到期日不能早于起始日。", "It cannot expire before it begins.")
        people: MovePeople { rows: [{ residentId: "1", name: "王建国", about: "", chosen: false }, { residentId: "3", name: "王丽", about: "", chosen: true }] }
    }
}
