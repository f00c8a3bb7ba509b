// SPDX-License-Identifier: Apache-2.0
//
// A list as wide as the page whose rows are no wider than can be read. Rows: `x: ListView.view.inset; width: ListView.view.rowWidth`.
// What stands above the rows and scrolls with them is in `head`. (It is no `header`: Qt 6.4 cannot make one of a bound component.)
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import QtQuick.Window
import Qiaomen.Ui

ListView {
    id: list

    property int maximumWidth: Theme.readableWidth
    readonly property int rowWidth: Math.min(width - 2 * Theme.margin, maximumWidth)
    readonly property int inset: Math.max(Theme.margin, (width - rowWidth) / 2)
    property bool scrolled: false
    /// Nobody has scrolled yet: whatever arrives, the top stays in sight.
    property bool atTop: true
    property alias head: above.data

    spacing: Theme.spaceS
    topMargin: Theme.spaceXs + (above.implicitHeight > 0 ? above.implicitHeight + Theme.spaceM : 0)
    bottomMargin: Theme.spaceXl
    boundsBehavior: Flickable.DragOverBounds
    clip: true
    keyNavigationEnabled: false
    Keys.onUpPressed: event => stepFocus(false, event)
    Keys.onDownPressed: event => stepFocus(true, event)
    T.ScrollBar.vertical: ThinScrollBar {
        id: bar
    }

    function keepTop() {
        if (atTop)
            contentY = originY - topMargin
    }

    /// The arrows go from row to row, as Tab does.
    function stepFocus(forward: bool, event: KeyEvent) {
        const next = Window.activeFocusItem?.nextItemInFocusChain(forward) ?? null
        event.accepted = follow.isWithin(next)
        if (event.accepted)
            next.forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason)
    }

    onTopMarginChanged: settling.restart()
    onOriginYChanged: settling.restart()
    onCountChanged: settling.restart()
    onContentYChanged: {
        scrolled = contentY - originY + topMargin > 2
        if (moving || bar.pressed)
            atTop = !scrolled
    }

    // Once, after all of the changes of a moment.
    Timer {
        id: settling

        interval: 0
        onTriggered: list.keepTop()
    }

    FollowFocus {
        id: follow

        view: list
    }

    ColumnLayout {
        id: above

        parent: list.contentItem
        x: list.inset
        y: list.originY - list.topMargin + Theme.spaceXs
        width: list.rowWidth
        spacing: Theme.spaceM
    }
}
