// SPDX-License-Identifier: Apache-2.0
//
// A page's content as one column: scrolls, never wider than can be read, centred in a wide window.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Qiaomen.Ui

Flickable {
    id: scroller

    property int maximumWidth: Theme.readableWidth
    property alias spacing: column.spacing
    readonly property bool scrolled: contentY > 2
    default property alias content: column.data

    contentWidth: width
    contentHeight: column.implicitHeight + Theme.spaceS + Theme.spaceXl
    boundsBehavior: Flickable.DragOverBounds
    clip: true
    T.ScrollBar.vertical: ThinScrollBar {}

    FollowFocus {
        view: scroller
    }

    ColumnLayout {
        id: column

        x: Math.max(Theme.margin, (scroller.width - width) / 2)
        y: Theme.spaceS
        width: Math.min(scroller.width - 2 * Theme.margin, scroller.maximumWidth)
        spacing: Theme.spaceL
    }
}
