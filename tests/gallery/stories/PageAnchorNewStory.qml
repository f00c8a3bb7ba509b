// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

AnchorPage {
    vocabulary: Samples.vocabulary
    form: AnchorForm { headName: "王建国"; people: MovePeople { rows: [{ residentId: "1", name: "王建国", about: "", chosen: false }] } }
}
