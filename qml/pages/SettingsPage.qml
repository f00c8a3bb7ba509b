// SPDX-License-Identifier: Apache-2.0
//
// How the app looks and speaks, and what this device is.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

AppPage {
    id: page

    required property Settings settings
    required property GridsModel grids
    required property string currentGrid
    required property string worker
    required property string server
    required property string deviceId
    required property string version
    /// Why the practice room could not be entered.
    property string practiceProblem
    property string storageWarning
    property bool faulty: false
    signal gridChosen(string gridId)
    signal contactCardAsked
    signal takeOutAsked
    signal importAsked
    signal practiceAsked
    signal storageAsked
    signal diagnosticsAsked

    title: qsTr("Settings")
    scrolled: scroller.scrolled

    ScrollColumn {
        id: scroller

        anchors.fill: parent

        Card {
            Layout.fillWidth: true

            RowLayout {
                spacing: Theme.spaceM

                Avatar {
                    name: page.worker
                    size: Theme.elder ? 64 : 56
                    ink: Theme.primaryContainerInk
                    color: Theme.primaryContainer
                }

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    AppText {
                        Layout.fillWidth: true
                        text: page.worker !== "" ? page.worker : qsTr("Not enrolled")
                        font: Theme.title
                    }

                    AppText {
                        Layout.fillWidth: true
                        text: page.server !== "" ? page.server : qsTr("No centre yet")
                        font: Theme.bodySmall
                        muted: true
                    }
                }
            }
        }

        SectionHeader {
            Layout.fillWidth: true
            visible: page.grids.count > 1
            title: qsTr("Grid")
        }

        Card {
            Layout.fillWidth: true
            visible: page.grids.count > 1
            padding: 0
            spacing: 0

            Repeater {
                model: page.grids

                ListRow {
                    id: grid

                    required property string gridId
                    required property string name

                    Layout.fillWidth: true
                    opens: true
                    showsChevron: false
                    title: name
                    iconName: "map"
                    onClicked: page.gridChosen(grid.gridId)

                    RadioMark {
                        checked: page.currentGrid === grid.gridId
                    }
                }
            }
        }

        Card {
            Layout.fillWidth: true
            padding: 0
            spacing: 0

            ListRow {
                Layout.fillWidth: true
                opens: true
                iconName: "card"
                title: qsTr("Contact card")
                supporting: qsTr("Who you are and how to reach you: a slip to print or to send")
                onClicked: page.contactCardAsked()
            }

            Divider {
                Layout.fillWidth: true
            }

            ListRow {
                Layout.fillWidth: true
                opens: true
                iconName: "outbox"
                title: qsTr("Take out records")
                supporting: qsTr("Everything of this grid as a workbook, numbers masked")
                onClicked: page.takeOutAsked()
            }

            Divider {
                Layout.fillWidth: true
            }

            ListRow {
                Layout.fillWidth: true
                opens: true
                iconName: "inbox"
                title: qsTr("Bring in visits")
                supporting: qsTr("From the office's own workbook, without doubles")
                onClicked: page.importAsked()
            }

            Divider {
                Layout.fillWidth: true
            }

            ListRow {
                Layout.fillWidth: true
                opens: true
                iconName: "practice"
                title: qsTr("Practice")
                supporting: qsTr("An invented grid to try everything in: nothing of it is real or leaves this phone")
                onClicked: page.practiceAsked()
            }

            Notice {
                Layout.fillWidth: true
                Layout.margins: Theme.spaceM
                visible: page.practiceProblem !== ""
                text: page.practiceProblem
                tone: StatusChip.Problem
                iconName: "alert"
            }
        }

        ChoiceGroup {
            Layout.fillWidth: true
            label: qsTr("Language")
            columns: 2
            current: page.settings.language
            choices: [
                Choice { code: "zh_CN"; label: "中文" },
                Choice { code: "en"; label: "English" }
            ]
            onChosen: code => page.settings.language = code
        }

        ChoiceGroup {
            Layout.fillWidth: true
            label: qsTr("Look")
            current: String(page.settings.theme)
            choices: [
                Choice { code: String(Settings.LightTheme); label: qsTr("Light"); iconName: "sun" },
                Choice { code: String(Settings.DarkTheme); label: qsTr("Dark"); iconName: "moon" },
                Choice { code: String(Settings.SystemTheme); label: qsTr("As the system"); iconName: "phone-only" }
            ]
            onChosen: code => page.settings.theme = Number(code)
        }

        Card {
            Layout.fillWidth: true
            padding: 0

            SwitchRow {
                Layout.fillWidth: true
                text: qsTr("Large text")
                supporting: qsTr("Larger words and buttons, for eyes that tire")
                iconName: "text-size"
                checked: page.settings.elder
                onToggled: page.settings.elder = checked
            }

            SwitchRow {
                Layout.fillWidth: true
                text: qsTr("Birthdays of the very old")
                supporting: qsTr("From 80 on, three days ahead, where the community wishes it")
                iconName: "heart"
                checked: page.settings.birthdays
                onToggled: page.settings.birthdays = checked
            }

            SwitchRow {
                Layout.fillWidth: true
                text: qsTr("Photos in full size over mobile data")
                supporting: qsTr("Otherwise they travel over Wi-Fi; thumbnails always do")
                iconName: "photo"
                checked: page.settings.originalsOverMobile
                onToggled: page.settings.originalsOverMobile = checked
            }
        }

        SectionHeader {
            Layout.fillWidth: true
            title: qsTr("This device")
        }

        Card {
            Layout.fillWidth: true
            padding: 0

            ListRow {
                Layout.fillWidth: true
                opens: true
                iconName: page.storageWarning !== "" ? "alert" : "inbox"
                iconInk: page.storageWarning !== "" ? Theme.warningContainerInk : Theme.secondaryContainerInk
                iconFill: page.storageWarning !== "" ? Theme.warningContainer : Theme.secondaryContainer
                title: qsTr("Storage")
                supporting: page.storageWarning !== "" ? page.storageWarning : qsTr("What takes how much room, and what may go")
                supportingLines: 3
                onClicked: page.storageAsked()
            }

            ListRow {
                Layout.fillWidth: true
                opens: true
                iconName: page.faulty ? "alert" : "help"
                iconInk: page.faulty ? Theme.errorContainerInk : Theme.secondaryContainerInk
                iconFill: page.faulty ? Theme.errorContainer : Theme.secondaryContainer
                title: qsTr("Diagnostics")
                supporting: page.faulty ? qsTr("Something needs looking at") : qsTr("For whoever helps you: versions, faults, a report")
                onClicked: page.diagnosticsAsked()
            }
        }

        SectionHeader {
            Layout.fillWidth: true
            title: qsTr("About")
        }

        Card {
            Layout.fillWidth: true
            spacing: Theme.spaceM

            RowLayout {
                spacing: Theme.spaceM

                AppMark {
                    size: Theme.elder ? 56 : 48
                }

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    AppText {
                        Layout.fillWidth: true
                        text: qsTr("Qiaomen")
                        font: Theme.titleSmall
                    }

                    AppText {
                        Layout.fillWidth: true
                        text: qsTr("The app of those who knock on doors")
                        font: Theme.bodySmall
                        muted: true
                    }
                }
            }

            FactRow { label: qsTr("Version"); value: page.version }
            FactRow { label: qsTr("Device"); value: page.deviceId }

            Notice {
                Layout.fillWidth: true
                iconName: "lock"
                text: qsTr("This app keeps no track of where you go, how long you stay, or how often you open it.")
                tone: StatusChip.Good
            }
        }
    }
}
