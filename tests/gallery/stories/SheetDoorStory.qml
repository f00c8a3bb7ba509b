// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen.Gallery
import Qiaomen.Ui

DoorsPage {
    doors: SampleDoors {}
    canGoBack: true

    DoorSheet {
        title: "1203 · 王建国"
        visible: true
    }
}
