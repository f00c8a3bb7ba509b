// SPDX-License-Identifier: Apache-2.0
//
// The bar at the foot of a form: what is the matter, and the button that finishes it.
import QtQuick
import QtQuick.Layouts
import Qiaomen.Ui

Rectangle {
    id: bar

    property int maximumWidth: Theme.readableWidth
    default property alias content: column.data

    implicitHeight: column.implicitHeight + 2 * Theme.spaceM
    color: Theme.surfaceContainerLow

    Divider {
        anchors.left: parent.left
        anchors.right: parent.right
    }

    ColumnLayout {
        id: column

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(parent.width - 2 * Theme.margin, bar.maximumWidth)
        spacing: Theme.spaceS
    }
}
