// SPDX-License-Identifier: Apache-2.0
//
// The door orders of a household, open ones first. The names are the roles of OrdersModel.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

ColumnLayout {
    id: list

    required property OrdersModel orders
    signal orderAsked(string orderId)

    spacing: Theme.spaceM

    SectionHeader {
        Layout.fillWidth: true
        Layout.topMargin: Theme.spaceS
        title: qsTr("Door orders")
        count: list.orders.count
    }

    Card {
        Layout.fillWidth: true
        padding: 0
        spacing: 0

        Repeater {
            model: list.orders

            ListRow {
                id: row

                required property string recordId
                required property string subject
                required property string kind
                required property string stateWord
                required property bool open
                required property bool waits
                required property real onDay
                required property string part
                required property bool agreed
                required property int papersOut

                Layout.fillWidth: true
                opens: true
                showsChevron: false
                iconName: "card"
                iconInk: row.open ? Theme.infoContainerInk : Theme.secondaryContainerInk
                iconFill: row.open ? Theme.infoContainer : Theme.secondaryContainer
                title: row.subject
                supporting: Words.dotted([row.kind, row.onDay > 0 ? (row.agreed ? qsTr("agreed: %1") : qsTr("wished: %1"))
                    .arg(Words.dotted([Words.day(row.onDay), row.part])) : "",
                    row.papersOut > 0 ? qsTr("%n paper(s) with a worker", "", row.papersOut) : ""])
                supportingLines: 3
                onClicked: list.orderAsked(row.recordId)

                StatusChip {
                    text: row.stateWord
                    tone: !row.open ? StatusChip.Good : row.waits ? StatusChip.Warning : StatusChip.Notice
                    iconName: row.open ? "clock" : "check"
                }
            }
        }
    }
}
