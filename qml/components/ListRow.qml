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
    /// A row that opens may cut what is long; one that does not says everything.
    property int supportingLines: Theme.elder ? 3 : 2
    default property alias trailing: tail.data
    readonly property real tailWidth: {
        let all = 0
        for (const item of tail.children)
            if (item.visible)
                all += item.implicitWidth + tail.columnSpacing
        return all
    }
    /// What stands at the end would leave no room for the words: it stands below them.
    readonly property bool crowded: tailWidth > width * (Theme.elder ? 0.2 : 0.36)

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

    contentItem: GridLayout {
        columns: 4
        columnSpacing: Theme.spaceM
        rowSpacing: Theme.spaceXs

        Avatar {
            Layout.rowSpan: row.crowded ? 2 : 1
            Layout.alignment: row.crowded ? Qt.AlignTop : Qt.AlignVCenter
            visible: row.avatarName !== "" || row.iconName !== ""
            name: row.avatarName
            iconName: row.iconName
            ink: row.iconInk
            color: row.iconFill
        }

        ColumnLayout {
            Layout.row: 0
            Layout.column: 1
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
                maximumLineCount: row.opens ? (Theme.elder ? 3 : 2) : 20
                abridged: row.opens
                Accessible.ignored: true
            }

            AppText {
                Layout.fillWidth: true
                visible: row.supporting !== ""
                text: row.supporting
                font: Theme.bodySmall
                muted: true
                maximumLineCount: row.opens ? row.supportingLines : 20
                abridged: row.opens
                Accessible.ignored: true
            }
        }

        GridLayout {
            id: tail

            Layout.row: row.crowded ? 1 : 0
            Layout.column: row.crowded ? 1 : 2
            columns: row.crowded && row.tailWidth > row.width * 0.7 ? 1 : 9
            columnSpacing: Theme.spaceS
            rowSpacing: Theme.spaceXs
        }

        Icon {
            Layout.row: 0
            Layout.column: 3
            visible: row.showsChevron
            name: "chevron-right"
            size: Theme.iconS + 2
        }
    }
}
