// SPDX-License-Identifier: Apache-2.0
//
// What one can ask the community for: by category, by what is typed, and what the community does not certify.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

AppPage {
    id: page

    required property CatalogueModel catalogue
    /// What is not certified here stands beside the categories.
    property bool refusing: false
    signal itemChosen(string code)

    title: qsTr("Catalogue")
    subtitle: qsTr("Version %1", "of the catalogue").arg(catalogue.version)
    scrolled: list.scrolled
    Component.onCompleted: catalogue.load()

    SearchField {
        id: field

        y: Theme.spaceXs
        x: list.inset
        width: list.rowWidth
        hint: qsTr("Item, pinyin or paper")
        text: page.catalogue.query
        onSearched: text => page.catalogue.query = text
    }

    ChipStrip {
        id: categories

        anchors.top: field.bottom
        anchors.topMargin: Theme.spaceS
        width: parent.width
        inset: list.inset

        Chip {
            text: qsTr("All", "categories")
            checkable: false
            checked: page.catalogue.category === "" && !page.refusing
            onClicked: {
                page.refusing = false
                page.catalogue.category = ""
            }
        }

        Repeater {
            model: page.catalogue.categoryCodes

            Chip {
                required property string modelData
                required property int index

                text: page.catalogue.categoryNames[index] ?? ""
                checkable: false
                checked: page.catalogue.category === modelData && !page.refusing
                onClicked: {
                    page.refusing = false
                    page.catalogue.category = modelData
                }
            }
        }

        Chip {
            text: qsTr("Not certified here")
            checkable: false
            checked: page.refusing
            onClicked: page.refusing = true
        }
    }

    ReadableList {
        id: list

        anchors.fill: parent
        anchors.topMargin: categories.y + categories.height + Theme.spaceS
        visible: !page.refusing
        model: page.catalogue
        reuseItems: true

        head: [
            Notice {
                Layout.fillWidth: true
                visible: page.catalogue.about !== ""
                text: page.catalogue.about
                tone: StatusChip.Neutral
            },
            LoadingHint {
                Layout.fillWidth: true
                visible: page.catalogue.loading
            },
            EmptyHint {
                Layout.fillWidth: true
                Layout.topMargin: Theme.spaceXl
                visible: !page.catalogue.loading && page.catalogue.count === 0
                iconName: "search"
                title: qsTr("Nothing found for “%1”").arg(page.catalogue.query)
                supporting: page.catalogue.category !== "" ? qsTr("Try all categories, or fewer characters.") : qsTr("Try fewer characters.")
            }
        ]

        delegate: ListRow {
            id: item

            required property string code
            required property string name
            required property string category
            required property string content
            required property string promise
            required property bool immediate

            x: list.inset
            width: list.rowWidth
            raised: true
            opens: true
            title: name
            overline: category
            supporting: Words.dotted([content, promise])
            supportingLines: 3
            iconName: immediate ? "check" : "calendar"
            onClicked: page.itemChosen(item.code)
        }
    }

    ScrollColumn {
        anchors.fill: list
        visible: page.refusing
        spacing: Theme.spaceM

        Repeater {
            model: page.catalogue.notIssued

            Card {
                id: refusal

                required property string modelData
                required property int index

                Layout.fillWidth: true
                spacing: 2

                AppText {
                    Layout.fillWidth: true
                    text: refusal.modelData
                    font: Theme.label
                }

                AppText {
                    Layout.fillWidth: true
                    text: page.catalogue.notIssuedWhy[refusal.index] ?? ""
                    font: Theme.bodySmall
                    muted: true
                }

                AppText {
                    Layout.fillWidth: true
                    text: qsTr("Who can help: %1").arg(page.catalogue.notIssuedRefer[refusal.index] ?? "")
                    font: Theme.bodySmall
                }
            }
        }
    }
}
