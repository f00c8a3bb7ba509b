// SPDX-License-Identifier: Apache-2.0
//
// What is fresh, and who asked last: what was confirmed lately need not be asked again. The model has the roles of AskedModel.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen.Ui

Card {
    id: card

    required property QtObject asked

    spacing: Theme.spaceS

    AppText {
        Layout.fillWidth: true
        text: qsTr("Who asked last")
        font: Theme.label
    }

    Repeater {
        model: card.asked

        Item {
            id: row

            required property string word
            required property real at
            required property string by
            required property int freshness

            Layout.fillWidth: true
            implicitHeight: Math.max(what.height, told.height)
            Accessible.role: Accessible.StaticText
            Accessible.name: Words.joined([word, Freshness.word(freshness), told.text])

            Icon {
                id: mark

                anchors.verticalCenter: what.verticalCenter
                name: Freshness.mark(row.freshness)
                size: Theme.iconS
                color: Freshness.ink(row.freshness)
            }

            AppText {
                id: what

                anchors.left: mark.right
                anchors.leftMargin: Theme.spaceS
                width: (row.width - mark.width) * 0.42
                text: row.word
                font: Theme.bodySmall
                Accessible.ignored: true
            }

            AppText {
                id: told

                anchors.right: parent.right
                anchors.left: what.right
                text: row.at > 0 ? Words.dotted([Words.ago(row.at), row.by]) : qsTr("never asked")
                font: Theme.bodySmall
                muted: true
                horizontalAlignment: Text.AlignRight
                Accessible.ignored: true
            }
        }
    }
}
