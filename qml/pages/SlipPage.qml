// SPDX-License-Identifier: Apache-2.0
//
// A slip as it will be printed, for the household to see before it is given; saved as PDF and pictures into a folder.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

AppPage {
    id: page

    required property ShownSlip slip

    depth: AppPage.Form
    title: slip.title
    canGoBack: true
    scrolled: scroller.scrolled
    footHeight: footer.height

    Connections {
        target: page.slip

        function onFailed(problem: string) {
            outcome.tone = StatusChip.Problem
            outcome.text = problem
        }

        function onPrinted(summary: string) {
            outcome.tone = StatusChip.Good
            outcome.text = summary
        }
    }

    ScrollColumn {
        id: scroller

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: footer.top

        ChoiceGroup {
            Layout.fillWidth: true
            label: qsTr("Paper")
            columns: 2
            current: page.slip.paper === ShownSlip.Roll ? "roll" : "a6"
            choices: [
                Choice { code: "a6"; label: qsTr("A6 sheet") },
                Choice { code: "roll"; label: qsTr("58 mm roll") }
            ]
            onChosen: code => page.slip.paper = code === "roll" ? ShownSlip.Roll : ShownSlip.A6
        }

        BusyRing {
            Layout.alignment: Qt.AlignHCenter
            visible: page.slip.pages.length === 0
        }

        Repeater {
            model: page.slip.pages

            Rectangle {
                id: sheet

                required property int index
                required property string modelData

                Layout.alignment: Qt.AlignHCenter
                Layout.preferredWidth: Math.min(scroller.width - 2 * Theme.margin, page.slip.paper === ShownSlip.Roll ? 360 : 520)
                Layout.preferredHeight: picture.height + 2
                color: "transparent"
                border.width: Theme.hairline
                border.color: Theme.outlineVariant
                Accessible.role: Accessible.Graphic
                Accessible.name: qsTr("Page %1 of %2").arg(index + 1).arg(page.slip.pages.length)
                Accessible.description: index === 0 ? page.slip.text : ""

                Image {
                    id: picture

                    x: 1
                    y: 1
                    width: sheet.width - 2
                    height: implicitWidth > 0 ? width * implicitHeight / implicitWidth : 0
                    source: sheet.modelData
                    mipmap: true
                }
            }
        }
    }

    StickyFooter {
        id: footer

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom

        Notice {
            id: outcome

            Layout.fillWidth: true
            visible: text !== ""
            text: ""
            iconName: tone === StatusChip.Problem ? "alert" : "check"
        }

        AppText {
            Layout.fillWidth: true
            visible: page.slip.savedFile !== ""
            text: qsTr("Saved: %1").arg(page.slip.savedFile)
            font: Theme.caption
            muted: true
        }

        AppText {
            Layout.fillWidth: true
            visible: page.slip.printersKnown && page.slip.printers.length === 0 && page.slip.savedFile === ""
            text: qsTr("No printer is set up on this device: save it, and print or send it from there.")
            font: Theme.caption
            muted: true
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.spaceS

            PrimaryButton {
                Layout.fillWidth: true
                iconName: "check"
                text: page.slip.savedFile === "" ? qsTr("Save as PDF and picture") : qsTr("Save again")
                busy: page.slip.saving
                enabled: !page.slip.saving && page.slip.pages.length > 0
                onClicked: {
                    outcome.text = ""
                    chooser.open()
                }
            }

            OutlineButton {
                visible: page.slip.printers.length > 0
                text: qsTr("Print")
                busy: page.slip.printing
                enabled: !page.slip.printing && page.slip.pages.length > 0
                onClicked: {
                    outcome.text = ""
                    if (page.slip.printers.length === 1)
                        page.slip.printOn(page.slip.printers[0])
                    else
                        printerSheet.open()
                }
            }
        }

        RowLayout {
            Layout.fillWidth: true
            visible: page.slip.savedFile !== ""
            spacing: Theme.spaceS

            OutlineButton {
                Layout.fillWidth: true
                text: qsTr("Open")
                onClicked: page.slip.open()
            }

            OutlineButton {
                Layout.fillWidth: true
                text: qsTr("Show the folder")
                onClicked: page.slip.openFolder()
            }
        }
    }

    Sheet {
        id: printerSheet

        title: qsTr("Which printer?")

        Repeater {
            model: page.slip.printers

            ListRow {
                id: printer

                required property string modelData

                Layout.fillWidth: true
                opens: true
                iconName: "note"
                title: modelData
                onClicked: {
                    printerSheet.close()
                    page.slip.printOn(printer.modelData)
                }
            }
        }
    }

    FolderDialog {
        id: chooser

        title: qsTr("Where the slip is saved")
        onAccepted: page.slip.save(selectedFolder)
    }
}
