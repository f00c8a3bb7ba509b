// SPDX-License-Identifier: Apache-2.0
//
// One event in the history of a household, on a line that joins it to the next.
import QtQuick
import QtQuick.Layouts
import Qiaomen.Ui

RowLayout {
    id: row

    required property string title
    required property real at
    property string supporting
    property string by
    property string iconName: "visit"
    property int tone: StatusChip.Neutral
    property bool unsent: false
    /// Taken back: it counts no more, and is still told.
    property bool withdrawn: false
    property string correction
    property bool undoable: false
    property string undoText: qsTr("Take this back")
    property bool last: false
    /// What can be opened beside it, or empty.
    property string otherText
    signal otherAsked
    signal undoAsked

    spacing: Theme.spaceM
    Accessible.role: Accessible.ListItem
    Accessible.name: Words.joined([Words.moment(at), title, supporting, by, correction])

    ColumnLayout {
        Layout.fillHeight: true
        Layout.fillWidth: false
        spacing: Theme.spaceXs

        Avatar {
            size: Theme.elder ? 44 : 36
            iconName: row.iconName
            ink: [Theme.secondaryContainerInk, Theme.successContainerInk, Theme.infoContainerInk, Theme.warningContainerInk,
                Theme.errorContainerInk, Theme.accentContainerInk][row.tone]
            color: [Theme.secondaryContainer, Theme.successContainer, Theme.infoContainer, Theme.warningContainer, Theme.errorContainer,
                Theme.accentContainer][row.tone]
        }

        Rectangle {
            Layout.alignment: Qt.AlignHCenter
            Layout.fillHeight: true
            Layout.minimumHeight: row.last ? 0 : Theme.spaceL
            implicitWidth: 2
            color: row.last ? "transparent" : Theme.outlineVariant
        }
    }

    ColumnLayout {
        Layout.fillWidth: true
        Layout.alignment: Qt.AlignTop
        Layout.bottomMargin: row.last ? 0 : Theme.spaceL
        spacing: 1

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.spaceS

            AppText {
                Layout.fillWidth: true
                text: row.title
                font: row.withdrawn ? Theme.struck(Theme.label) : Theme.label
                muted: row.withdrawn
                Accessible.ignored: true
            }

            AppText {
                text: Words.moment(row.at)
                font: Theme.caption
                muted: true
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }

        AppText {
            Layout.fillWidth: true
            visible: row.supporting !== ""
            text: row.supporting
            font: row.withdrawn ? Theme.struck(Theme.bodySmall) : Theme.bodySmall
            muted: row.withdrawn
            Accessible.ignored: true
        }

        AppText {
            Layout.fillWidth: true
            visible: row.correction !== ""
            text: row.correction
            font: Theme.caption
            muted: true
            Accessible.ignored: true
        }

        RowLayout {
            visible: row.by !== "" || row.unsent
            spacing: Theme.spaceS

            AppText {
                visible: row.by !== ""
                text: row.by
                font: Theme.caption
                muted: true
                Accessible.ignored: true
            }

            StatusChip {
                visible: row.unsent
                text: qsTr("Only on this phone")
                tone: StatusChip.Warning
                iconName: "phone-only"
            }
        }

        TextAction {
            Layout.leftMargin: -Theme.spaceM
            Layout.topMargin: -Theme.spaceXs
            visible: row.otherText !== ""
            iconName: "household"
            text: row.otherText
            onClicked: row.otherAsked()
        }

        TextAction {
            Layout.leftMargin: -Theme.spaceM
            Layout.topMargin: -Theme.spaceXs
            visible: row.undoable
            iconName: "undo"
            text: row.undoText
            onClicked: row.undoAsked()
        }
    }
}
