// SPDX-License-Identifier: Apache-2.0
//
// A row of the office's workbook before it is saved: what it says, whose visit it will be, and why it is not one yet. The names are the
// roles of ImportRowsModel.
import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

Card {
    id: card

    required property string place
    required property string person
    required property string address
    required property real at
    required property string when
    required property string about
    required property string details
    required property int group
    required property string reason
    required property string home
    required property bool skipped
    required property bool kept
    required property bool choosable
    readonly property bool open: group === ImportRowsModel.ToChoose || group === ImportRowsModel.NotFound
    readonly property bool decided: skipped || group === ImportRowsModel.Already || group === ImportRowsModel.Unreadable
    signal chooseAsked
    signal skipAsked(bool skip)
    signal keepAsked(bool keep)

    spacing: Theme.spaceS

    function stateWord(): string {
        if (skipped)
            return qsTr("Left out")
        if (kept)
            return qsTr("As a note")
        switch (group) {
        case ImportRowsModel.Ready: return qsTr("Will be saved")
        case ImportRowsModel.ToChoose: return qsTr("Please choose")
        case ImportRowsModel.NotFound: return qsTr("Not found")
        case ImportRowsModel.Already: return qsTr("Already there")
        default: return qsTr("Not readable")
        }
    }

    function stateTone(): int {
        if (skipped || group === ImportRowsModel.Already)
            return StatusChip.Neutral
        if (kept)
            return StatusChip.Notice
        switch (group) {
        case ImportRowsModel.Ready: return StatusChip.Good
        case ImportRowsModel.Unreadable: return StatusChip.Problem
        default: return StatusChip.Warning
        }
    }

    function stateIcon(): string {
        if (skipped)
            return "minus"
        if (kept)
            return "note"
        switch (group) {
        case ImportRowsModel.Ready: return "check"
        case ImportRowsModel.ToChoose: return "help"
        case ImportRowsModel.NotFound: return "search"
        case ImportRowsModel.Already: return "receipt"
        default: return "alert"
        }
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.spaceS

        AppText {
            Layout.fillWidth: true
            text: card.place
            font: Theme.caption
            muted: true
        }

        StatusChip {
            text: card.stateWord()
            tone: card.stateTone()
            iconName: card.stateIcon()
        }
    }

    ColumnLayout {
        Layout.fillWidth: true
        spacing: 1

        AppText {
            Layout.fillWidth: true
            text: Words.dotted([card.person, card.address])
            font: Theme.titleSmall
            muted: card.decided
        }

        AppText {
            Layout.fillWidth: true
            text: Words.dotted([card.at > 0 ? Words.moment(card.at) : card.when, card.about])
            font: Theme.bodySmall
            muted: true
        }

        AppText {
            Layout.fillWidth: true
            visible: card.details !== ""
            text: card.details
            font: Theme.bodySmall
            muted: card.decided
            maximumLineCount: 3
            elide: Text.ElideRight
        }
    }

    RowLayout {
        Layout.fillWidth: true
        visible: card.home !== "" && !card.skipped
        spacing: Theme.spaceS

        Icon {
            name: "household"
            size: Theme.iconS
        }

        AppText {
            Layout.fillWidth: true
            text: card.home
            font: Theme.bodySmall
        }
    }

    AppText {
        Layout.fillWidth: true
        visible: card.reason !== "" && !card.skipped
        text: card.reason
        font: Theme.bodySmall
        color: card.group === ImportRowsModel.Unreadable ? Theme.error : Theme.surfaceInk
    }

    Flow {
        Layout.fillWidth: true
        Layout.leftMargin: -Theme.spaceM
        Layout.bottomMargin: -Theme.spaceS
        visible: card.choosable && (card.skipped || card.group !== ImportRowsModel.Already)
        spacing: 0

        TextAction {
            visible: !card.skipped
            iconName: card.open ? "household" : ""
            text: card.open ? qsTr("Choose a household") : qsTr("Another household")
            onClicked: card.chooseAsked()
        }

        TextAction {
            visible: card.open && !card.skipped
            text: card.kept ? qsTr("No note") : qsTr("Keep as a note")
            onClicked: card.keepAsked(!card.kept)
        }

        TextAction {
            visible: !card.open || card.skipped
            text: card.skipped ? qsTr("Take it after all") : qsTr("Leave out")
            onClicked: card.skipAsked(!card.skipped)
        }
    }
}
