// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

Item {
    Component.onCompleted: Theme.practising = true
    Component.onDestruction: Theme.practising = false

    PracticeBand {
        id: band

        width: parent.width
    }

    FieldWorkspace {
        anchors.top: band.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        current: FieldWorkspace.Today
        workspace: SampleWorkspace { sync: null; attachments: null; carrier: null }
    }
}
