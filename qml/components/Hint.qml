// SPDX-License-Identifier: Apache-2.0
//
// The name of an icon button, shown under a resting pointer.
import QtQuick
import QtQuick.Templates as T
import Qiaomen.Ui

T.ToolTip {
    id: hint

    x: parent ? (parent.width - implicitWidth) / 2 : 0
    y: parent ? parent.height + Theme.spaceXs : 0
    implicitWidth: words.implicitWidth + 2 * Theme.spaceM
    implicitHeight: words.implicitHeight + 2 * Theme.spaceXs
    padding: Theme.spaceXs
    leftPadding: Theme.spaceM
    rightPadding: Theme.spaceM
    margins: Theme.spaceXs
    delay: 600
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent

    contentItem: AppText {
        id: words

        text: hint.text
        font: Theme.caption
        color: Theme.inverseSurfaceInk
    }

    background: Rectangle {
        radius: Theme.radiusS
        color: Theme.inverseSurface
    }
}
