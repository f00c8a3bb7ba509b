// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

MovePage {
    vocabulary: Samples.vocabulary
    form: MoveForm { ready: false; kind: MoveForm.Split; headName: "王建国" }
}
