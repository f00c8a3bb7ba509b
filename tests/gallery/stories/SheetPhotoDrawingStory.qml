// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

Item {
    id: story

    property PhotoForms photos: PhotoForms {}

    PhotoDrawing {
        id: drawing

        photos: story.photos
        Component.onCompleted: show(0, "qrc:/samples/before.svg")
        Component.onDestruction: close()
    }
}
