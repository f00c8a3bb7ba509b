// SPDX-License-Identifier: Apache-2.0
//
// One line of a list: a picture, a title, something to say about it, and what stands at its end.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Qiaomen.Ui

T.ItemDelegate {
    id: row

    required property string title
    property string supporting
    property string overline
    property string avatarName
    property string iconName
    property color iconInk: Theme.secondaryContainerInk
    property color iconFill: Theme.secondaryContainer
    property bool opens: false
    /// Stands alone, as a card; otherwise it is a line within one.
    property bool raised: false
    property bool strong: false
    property bool showsChevron: opens
    property int supportingLines: 2
    default property alias trailing: tail.data

    implicitWidth: contentItem.implicitWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.rowHeight, contentItem.implicitHeight + topPadding + bottomPadding)
    leftPadding: Theme.spaceL
    rightPadding: Theme.spaceL
    topPadding: Theme.spaceS + 2
    bottomPadding: Theme.spaceS + 2
    hoverEnabled: row.opens
    focusPolicy: row.opens ? Qt.StrongFocus : Qt.NoFocus
    Accessible.role: row.opens ? Accessible.Button : Accessible.ListItem
    Accessible.name: Words.joined([row.overline, row.title, row.supporting])

    background: Rectangle {
        radius: Theme.radiusL
        color: row.raised ? Theme.surfaceContainerLow : "transparent"
        border.width: row.raised ? Theme.hairline : 0
        border.color: Theme.outlineVariant

        StateLayer {
            radius: parent.radius
            hovered: row.opens && row.hovered
            pressed: row.opens && row.down
            focused: row.visualFocus
        }
    }

    contentItem: RowLayout {
        spacing: Theme.spaceM

        Avatar {
            visible: row.avatarName !== "" || row.iconName !== ""
            name: row.avatarName
            iconName: row.iconName
            ink: row.iconInk
            color: row.iconFill
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 1

            AppText {
                Layout.fillWidth: true
                visible: row.overline !== ""
                text: row.overline
                font: Theme.caption
                muted: true
                Accessible.ignored: true
            }

            AppText {
                Layout.fillWidth: true
                text: row.title
                font: row.strong ? Theme.titleSmall : Theme.body
                maximumLineCount: 2
                Accessible.ignored: true
            }

            AppText {
                Layout.fillWidth: true
                visible: row.supporting !== ""
                text: row.supporting
                font: Theme.bodySmall
                muted: true
                maximumLineCount: row.supportingLines
                Accessible.ignored: true
            }
        }

        RowLayout {
            id: tail

            spacing: Theme.spaceS
        }

        Icon {
            visible: row.showsChevron
            name: "chevron-right"
            size: Theme.iconS + 2
        }
    }
}
