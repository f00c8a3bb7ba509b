// SPDX-License-Identifier: Apache-2.0
//
// Work in progress of unknown length. It turns only while somebody looks: a phone in a pocket is not woken by it.
import QtQuick
import Qiaomen.Ui

Icon {
    id: ring

    property color ink: Theme.primary

    name: "sync"
    color: ink

    RotationAnimator on rotation {
        running: ring.visible && !Theme.calmMotion && Application.state === Qt.ApplicationActive
        from: 0
        to: 360
        duration: 1400
        loops: Animation.Infinite
    }
}
