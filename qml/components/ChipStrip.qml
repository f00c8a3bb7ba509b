// SPDX-License-Identifier: Apache-2.0
//
// Chips on one line, which is pushed sideways where they need more room than the window has.
import QtQuick
import Qiaomen.Ui

Flickable {
    id: strip

    /// What stays free at both ends.
    property real inset: Theme.margin
    default property alias chips: row.data

    implicitHeight: Theme.touch
    contentWidth: row.width + 2 * inset
    contentHeight: height
    flickableDirection: Flickable.HorizontalFlick
    interactive: contentWidth > width
    clip: true

    FollowFocus {
        view: strip
    }

    Row {
        id: row

        x: strip.inset
        spacing: Theme.spaceS
    }
}
