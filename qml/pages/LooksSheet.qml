// SPDX-License-Identifier: Apache-2.0
//
// Who looked at a household's protected numbers: when, at what, and why.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

Sheet {
    id: sheet

    required property LooksModel looks

    scrolls: false
    title: qsTr("Who looked at numbers")
    supporting: qsTr("Every look and every export is logged, on every device.")

    ListView {
        Layout.fillWidth: true
        implicitHeight: Math.min(contentHeight, Theme.rowHeight * 6)
        model: sheet.looks
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        delegate: ListRow {
            id: row

            required property string reader
            required property string what
            required property string reason
            required property real at
            required property bool isExport

            width: ListView.view.width
            leftPadding: 0
            rightPadding: 0
            iconName: row.isExport ? "outbox" : "eye"
            overline: Words.moment(row.at)
            title: row.what
            supporting: Words.dotted([row.reader, row.reason])
        }
    }

    TextAction {
        Layout.fillWidth: true
        text: qsTr("Close")
        onClicked: sheet.close()
    }
}
