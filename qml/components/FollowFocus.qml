// SPDX-License-Identifier: Apache-2.0
//
// Whoever goes through a page with the Tab key sees where they are: the view scrolls just so far that what has the focus is in sight.
// A finger's tap moves nothing.
import QtQuick
import QtQuick.Templates as T
import QtQuick.Window
import Qiaomen.Ui

QtObject {
    id: follow

    required property Flickable view
    readonly property Item focused: view.Window.activeFocusItem
    onFocusedChanged: settling.restart()

    // After the layout of a moment in which what has the focus came into being.
    readonly property Timer settling: Timer {
        interval: 0
        onTriggered: follow.bringIntoSight()
    }

    function isWithin(item: Item): bool {
        for (let around = item; around; around = around.parent)
            if (around === view.contentItem)
                return true
        return false
    }

    function isByKeyboard(item: Item): bool {
        const control = item as T.Control
        return control !== null ? control.visualFocus : item !== null
    }

    /// Where a view has to stand so that from `start` to `end` can be seen.
    function suited(at: real, length: real, start: real, end: real): real {
        if (start < at || end - start > length)
            return start
        return Math.max(at, end - length)
    }

    function bringIntoSight() {
        if (!isByKeyboard(focused) || !isWithin(focused))
            return
        const place = focused.mapToItem(view.contentItem, 0, 0), gap = Theme.spaceM
        const top = view.originY - view.topMargin, bottom = view.originY + view.contentHeight + view.bottomMargin - view.height
        const y = suited(view.contentY, view.height, place.y - gap, place.y + focused.height + gap)
        view.contentY = Math.max(top, Math.min(y, bottom))
        const left = view.originX - view.leftMargin, right = view.originX + view.contentWidth + view.rightMargin - view.width
        const x = suited(view.contentX, view.width, place.x - gap, place.x + focused.width + gap)
        view.contentX = Math.max(left, Math.min(x, Math.max(left, right)))
    }
}
