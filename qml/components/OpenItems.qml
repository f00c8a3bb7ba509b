// SPDX-License-Identifier: Apache-2.0
//
// The needs or the hazards of a household, open ones first; a hazard opens, and so do its photos. The names are the roles of ItemsModel.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

ColumnLayout {
    id: list

    required property string title
    required property string iconName
    required property ItemsModel items
    /// A row opens.
    property bool opens: false
    signal opened(string recordId)
    signal photosAsked(string recordId)

    spacing: Theme.spaceM

    SectionHeader {
        Layout.fillWidth: true
        Layout.topMargin: Theme.spaceS
        title: list.title
        count: list.items.count
    }

    Card {
        Layout.fillWidth: true
        padding: 0
        spacing: 0

        Repeater {
            model: list.items

            ColumnLayout {
                id: row

                required property string recordId
                required property string kind
                required property string text
                required property string levelCode
                required property string level
                required property string stateWord
                required property bool open
                required property real due
                required property list<string> photos
                readonly property bool grave: levelCode === "major" || levelCode === "now"

                Layout.fillWidth: true
                spacing: 0

                ListRow {
                    Layout.fillWidth: true
                    opens: list.opens
                    showsChevron: false
                    title: row.kind
                    supporting: Words.dotted([row.text, row.due > 0 && row.open ? qsTr("by %1").arg(Words.day(row.due)) : ""])
                    supportingLines: 3
                    iconName: list.iconName
                    iconInk: !row.open ? Theme.secondaryContainerInk : row.grave ? Theme.errorContainerInk : Theme.warningContainerInk
                    iconFill: !row.open ? Theme.secondaryContainer : row.grave ? Theme.errorContainer : Theme.warningContainer
                    onClicked: list.opened(row.recordId)

                    ColumnLayout {
                        spacing: Theme.spaceXs

                        StatusChip {
                            Layout.alignment: Qt.AlignRight
                            text: row.stateWord
                            tone: row.open ? StatusChip.Warning : StatusChip.Good
                            iconName: row.open ? "clock" : "check"
                        }

                        StatusChip {
                            Layout.alignment: Qt.AlignRight
                            visible: row.open && row.level !== ""
                            text: row.level
                            tone: row.grave ? StatusChip.Problem : StatusChip.Neutral
                        }
                    }
                }

                Flow {
                    Layout.fillWidth: true
                    Layout.leftMargin: Theme.spaceL
                    Layout.rightMargin: Theme.spaceL
                    Layout.bottomMargin: Theme.spaceM
                    visible: row.photos.length > 0
                    spacing: Theme.spaceS

                    Repeater {
                        model: row.photos

                        PhotoThumb {
                            required property int index
                            required property string modelData

                            source: modelData
                            text: qsTr("Photo %1").arg(index + 1)
                            onClicked: list.photosAsked(row.recordId)
                        }
                    }
                }

                TextAction {
                    Layout.leftMargin: Theme.spaceXs
                    visible: list.opens && row.photos.length === 0
                    iconName: "photo"
                    text: qsTr("Add photos")
                    onClicked: list.photosAsked(row.recordId)
                }
            }
        }
    }
}
