// SPDX-License-Identifier: Apache-2.0
//
// A hairline between rows.
import QtQuick
import QtQuick.Layouts
import Qiaomen.Ui

Rectangle {
    property int inset: 0

    Layout.fillWidth: true
    Layout.leftMargin: inset
    implicitHeight: Theme.hairline
    color: Theme.outlineVariant
    Accessible.ignored: true
}
