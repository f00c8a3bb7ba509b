// SPDX-License-Identifier: Apache-2.0
//
// Work in progress of unknown length.
import QtQuick
import Qiaomen.Ui

Icon {
    id: ring

    property color ink: Theme.primary

    name: "sync"
    color: ink

    RotationAnimator on rotation {
        running: ring.visible && !Theme.calmMotion
        from: 0
        to: 360
        duration: 1400
        loops: Animation.Infinite
    }
}
