// SPDX-License-Identifier: Apache-2.0
//
// One item of the catalogue: what it is, the papers and which of them are missing, everything that is public about it, and how it goes on.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

AppPage {
    id: page

    required property CatalogueModel catalogue

    title: catalogue.itemName
    subtitle: catalogue.itemCategory
    scrolled: column.scrolled

    ScrollColumn {
        id: column

        anchors.fill: parent

        StatusChip {
            text: page.catalogue.promise
            tone: StatusChip.Good
            iconName: "calendar"
        }

        AppText {
            Layout.fillWidth: true
            visible: text !== ""
            text: page.catalogue.promiseExplained
            font: Theme.bodySmall
            muted: true
        }

        SectionHeader {
            Layout.fillWidth: true
            title: qsTr("Papers in hand")
        }

        Repeater {
            model: page.catalogue.materials

            CheckRow {
                required property string modelData
                required property int index

                Layout.fillWidth: true
                text: modelData
                checked: page.catalogue.inHand[index] === "1"
                onClicked: page.catalogue.toggleInHand(index)
            }
        }

        Notice {
            Layout.fillWidth: true
            visible: page.catalogue.missing.length > 0
            iconName: "note"
            tone: StatusChip.Warning
            title: qsTr("Still missing")
            text: Words.bulleted(page.catalogue.missing)
        }

        Notice {
            Layout.fillWidth: true
            visible: page.catalogue.itemCode !== "" && page.catalogue.missing.length === 0
            iconName: "check"
            tone: StatusChip.Good
            text: qsTr("Everything is there: it can be accepted.")
        }

        KeyValueRow {
            Layout.fillWidth: true
            label: qsTr("Who may act")
            value: page.catalogue.proxy
        }

        SectionHeader {
            Layout.fillWidth: true
            title: qsTr("Six publicities")
        }

        Card {
            Layout.fillWidth: true

            Repeater {
                model: page.catalogue.publicities

                KeyValueRow {
                    required property string modelData
                    required property int index

                    Layout.fillWidth: true
                    label: page.catalogue.publicityLabels[index] ?? ""
                    value: modelData
                }
            }
        }

        SectionHeader {
            Layout.fillWidth: true
            title: qsTr("Step by step")
        }

        Repeater {
            model: page.catalogue.steps

            Card {
                id: step

                required property string modelData
                required property int index

                Layout.fillWidth: true
                spacing: 2

                AppText {
                    Layout.fillWidth: true
                    text: qsTr("%1. %2", "number and name of a step").arg(step.index + 1).arg(step.modelData)
                    font: Theme.titleSmall
                }

                AppText {
                    Layout.fillWidth: true
                    text: page.catalogue.stepsWho[step.index] ?? ""
                    font: Theme.caption
                    muted: true
                }

                AppText {
                    Layout.fillWidth: true
                    text: page.catalogue.stepCards[step.index] ?? ""
                    font: Theme.bodySmall
                }
            }
        }
    }
}
