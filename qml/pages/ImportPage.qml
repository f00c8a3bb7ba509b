// SPDX-License-Identifier: Apache-2.0
//
// The office's own workbook of visits: chosen, looked at row by row, saved, and perhaps taken back.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

AppPage {
    id: page

    required property ImportForm form
    property string gridName
    readonly property bool previewing: form.stage === ImportForm.Preview

    depth: AppPage.Form
    title: qsTr("Bring in visits")
    subtitle: form.fileName !== "" ? form.fileName : form.ofNotes && form.stage !== ImportForm.Idle ? qsTr("Rows without a household") : gridName
    canGoBack: true
    scrolled: previewing ? list.scrolled : start.scrolled
    footHeight: footer.height

    Connections {
        target: page.form

        function onUndone(summary: string) {
            takenBack.text = summary
        }

        function onPreviewed() {
            takenBack.text = ""
        }
    }

    ImportStart {
        id: start

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: footer.top
        visible: page.form.stage === ImportForm.Idle
        openNotes: page.form.openNotes
        onNotesAsked: page.form.readNotes()
    }

    LoadingHint {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.margin
        visible: page.form.stage === ImportForm.Reading
    }

    ReadableList {
        id: list

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: footer.top
        visible: page.previewing
        model: page.form.rows
        spacing: Theme.spaceM

        head: [
            Flow {
                Layout.fillWidth: true
                spacing: Theme.spaceS

                GroupChip { group: ImportRowsModel.All; text: qsTr("All"); count: page.form.rows.all }
                GroupChip { group: ImportRowsModel.Ready; text: qsTr("Matched"); count: page.form.rows.ready }
                GroupChip { group: ImportRowsModel.ToChoose; text: qsTr("To choose"); count: page.form.rows.toChoose }
                GroupChip { group: ImportRowsModel.NotFound; text: qsTr("Not found"); count: page.form.rows.notFound }
                GroupChip { group: ImportRowsModel.Already; text: qsTr("Already there"); count: page.form.rows.already }
                GroupChip { group: ImportRowsModel.Unreadable; text: qsTr("Not readable"); count: page.form.rows.unreadable }
            },
            Notice {
                Layout.fillWidth: true
                visible: page.form.remarks.length > 0
                title: qsTr("Passed over in the file")
                text: page.form.remarks.join("\n")
                iconName: "info"
            },
            TextAction {
                Layout.alignment: Qt.AlignRight
                visible: page.form.rows.group === ImportRowsModel.NotFound && page.form.rows.notFound > 1 && !page.form.ofNotes
                iconName: "note"
                text: qsTr("Keep all as notes")
                onClicked: page.form.keepAll(true)
            },
            EmptyHint {
                Layout.fillWidth: true
                Layout.topMargin: Theme.spaceXxl
                visible: page.form.rows.count === 0
                iconName: "check"
                title: qsTr("No rows of this kind")
            }
        ]

        delegate: ImportRowCard {
            required property int number

            x: list.inset
            width: list.rowWidth
            onChooseAsked: {
                page.form.beginPlacing(number)
                placeSheet.open()
            }
            onSkipAsked: skip => page.form.setSkipped(number, skip)
            onKeepAsked: keep => page.form.setKept(number, keep)
        }
    }

    EmptyHint {
        anchors.centerIn: parent
        anchors.verticalCenterOffset: -footer.height / 2
        width: parent.width - 2 * Theme.margin
        visible: page.form.stage === ImportForm.Done
        iconName: page.form.problem === "" ? "check" : "alert"
        title: page.form.summary
        supporting: qsTr("Each visit is in its household's history now, marked as brought in. The same file brought in again changes nothing.")
    }

    ColumnLayout {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, Theme.readableWidth)
        visible: page.form.stage === ImportForm.Saving
        spacing: Theme.spaceM

        AppText {
            Layout.fillWidth: true
            text: qsTr("Saving: %1 %").arg(Math.round(page.form.progress * 100))
            font: Theme.titleSmall
            horizontalAlignment: Text.AlignHCenter
        }

        ProgressLine {
            Layout.fillWidth: true
            value: page.form.progress
        }
    }

    StickyFooter {
        id: footer

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        visible: page.form.stage !== ImportForm.Saving

        Notice {
            Layout.fillWidth: true
            visible: page.form.problem !== ""
            text: page.form.problem
            tone: StatusChip.Problem
            iconName: "alert"
        }

        Notice {
            id: takenBack

            Layout.fillWidth: true
            visible: text !== "" && page.form.stage === ImportForm.Idle
            text: ""
            tone: StatusChip.Good
            iconName: "undo"
        }

        AppText {
            Layout.fillWidth: true
            visible: page.previewing
            text: page.form.rows.visitsToSave + page.form.rows.notesToSave === 0 ? qsTr("There is nothing to save.")
                : Words.dotted([page.form.rows.visitsToSave > 0 ? qsTr("%n visit(s)", "", page.form.rows.visitsToSave) : "",
                    page.form.rows.notesToSave > 0 ? qsTr("%n note(s)", "", page.form.rows.notesToSave) : "",
                    page.form.rows.toChoose > 0 ? qsTr("%n to choose", "", page.form.rows.toChoose) : ""])
            font: Theme.bodySmall
            muted: true
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.spaceS

            OutlineButton {
                Layout.fillWidth: true
                visible: page.form.stage === ImportForm.Reading || page.previewing
                text: qsTr("Cancel")
                onClicked: page.form.leave()
            }

            PrimaryButton {
                Layout.fillWidth: true
                visible: page.previewing
                iconName: "check"
                text: qsTr("Save")
                enabled: page.form.rows.visitsToSave + page.form.rows.notesToSave > 0
                onClicked: page.form.save()
            }

            OutlineButton {
                Layout.fillWidth: true
                visible: page.form.undoable
                iconName: "undo"
                text: qsTr("Take it back")
                busy: page.form.undoing
                enabled: !page.form.undoing
                onClicked: undoSheet.open()
            }

            PrimaryButton {
                Layout.fillWidth: true
                visible: page.form.stage === ImportForm.Done
                text: qsTr("Another file")
                enabled: !page.form.undoing
                onClicked: page.form.leave()
            }

            PrimaryButton {
                Layout.fillWidth: true
                visible: page.form.stage === ImportForm.Idle
                iconName: "inbox"
                text: qsTr("Choose a workbook")
                onClicked: chooser.open()
            }
        }
    }

    component GroupChip: Chip {
        required property int group

        checkable: false
        visible: group === ImportRowsModel.All || count > 0
        checked: page.form.rows.group === group
        onClicked: page.form.rows.group = group
    }

    PlaceRowSheet {
        id: placeSheet

        form: page.form
    }

    ConfirmSheet {
        id: undoSheet

        title: qsTr("Take this import back?")
        supporting: qsTr("All visits and notes that it brought are taken back together.")
        acceptText: qsTr("Take it back")
        rejectText: qsTr("Keep it")
        destructive: true
        onAccepted: page.form.undo()
    }

    FileDialog {
        id: chooser

        title: qsTr("The office's workbook of visits")
        nameFilters: [qsTr("Workbooks and tables (%1)").arg("*.xlsx *.csv *.XLSX *.CSV"), qsTr("All files (%1)").arg("*")]
        onAccepted: page.form.read(selectedFile)
    }
}
