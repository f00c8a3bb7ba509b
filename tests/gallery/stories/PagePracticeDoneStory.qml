// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

PracticePage {
    tasks: SamplePractice {
        Component.onCompleted: rows = rows.map(row => Object.assign({}, row, { done: true }))
        doneCount: 6
    }
}
