// SPDX-License-Identifier: Apache-2.0
//
// A raised surface that holds what belongs together.
import QtQuick
import QtQuick.Layouts
import Qiaomen.Ui

Rectangle {
    id: card

    property int padding: Theme.spaceL
    property alias spacing: column.spacing
    default property alias content: column.data

    implicitWidth: column.implicitWidth + 2 * padding
    implicitHeight: column.implicitHeight + 2 * padding
    radius: Theme.radiusL
    color: Theme.surfaceContainerLow
    border.width: Theme.hairline
    border.color: Theme.outlineVariant

    ColumnLayout {
        id: column

        x: card.padding
        y: card.padding
        width: card.width - 2 * card.padding
        spacing: Theme.spaceM
    }
}
