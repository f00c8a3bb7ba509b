// SPDX-License-Identifier: Apache-2.0
//
// What the marks on the doors mean.
pragma ComponentBehavior: Bound

import QtQuick
import Qiaomen.Ui

Flow {
    spacing: Theme.spaceL

    Repeater {
        model: 4

        Row {
            id: entry

            required property int index

            spacing: Theme.spaceXs + 2

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: Freshness.mark(entry.index)
                size: Theme.iconS - 4
                color: Freshness.ink(entry.index)
            }

            AppText {
                text: Freshness.word(entry.index)
                font: Theme.caption
                muted: true
                wrapMode: Text.NoWrap
            }
        }
    }
}
