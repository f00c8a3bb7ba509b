// SPDX-License-Identifier: Apache-2.0
//
// Search over everything on the device: names, doors, the last digits of a phone, pinyin initials, needs, hazards and orders.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

AppPage {
    id: page

    required property SearchModel search
    signal householdChosen(string householdId)
    signal orderChosen(string orderId)
    signal itemChosen(string code)
    readonly property list<string> kindWords: [qsTr("People"), qsTr("Households"), qsTr("Doors"), qsTr("Needs"), qsTr("Hazards"), qsTr("Orders"), qsTr("Catalogue")]
    readonly property list<string> kindCodes: ["person", "household", "dwelling", "need", "hazard", "order", "catalogue"]

    title: qsTr("Search")
    scrolled: hits.scrolled

    SearchField {
        id: field

        y: Theme.spaceXs
        x: hits.inset
        width: hits.rowWidth
        hint: qsTr("Name, door, phone, pinyin")
        text: page.search.query
        onSearched: text => page.search.query = text
    }

    ChipStrip {
        id: filters

        anchors.top: field.bottom
        width: parent.width
        inset: hits.inset

        Chip {
            iconName: "clock"
            text: qsTr("Longest not visited")
            checkable: false
            checked: page.search.byLastVisit
            onClicked: page.search.byLastVisit = !page.search.byLastVisit
        }

        Repeater {
            model: page.kindCodes

            Chip {
                required property int index
                required property string modelData

                text: page.kindWords[index]
                checkable: false
                checked: page.search.kinds.indexOf(modelData) >= 0
                onClicked: page.search.toggleKind(modelData)
            }
        }
    }

    ReadableList {
        id: hits

        anchors.fill: parent
        anchors.topMargin: filters.y + filters.height + Theme.spaceXs
        model: page.search

        delegate: ListRow {
            id: hit

            required property int kind
            required property string subtitle
            required property string householdId
            required property string recordId
            required property string gridName
            required property real lastVisitAt
            readonly property bool ofCatalogue: kind === SearchModel.Catalogue
            readonly property bool ofOrder: kind === SearchModel.Order

            x: hits.inset
            width: hits.rowWidth
            raised: true
            opens: householdId !== "" || ofCatalogue || ofOrder
            supporting: Words.dotted([subtitle, !page.search.byLastVisit || householdId === "" ? ""
                : lastVisitAt > 0 ? qsTr("visited %1").arg(Words.ago(lastVisitAt)) : qsTr("never visited")])
            overline: gridName
            supportingLines: Theme.elder ? 3 : 2
            avatarName: kind === SearchModel.Person ? title : ""
            iconName: kind === SearchModel.Household ? "household" : kind === SearchModel.Dwelling ? "door" : kind === SearchModel.Need ? "need"
                : kind === SearchModel.Hazard ? "hazard" : ofOrder ? "card" : ofCatalogue ? "note" : ""
            iconInk: kind === SearchModel.Need ? Theme.infoContainerInk : kind === SearchModel.Hazard ? Theme.errorContainerInk : Theme.secondaryContainerInk
            iconFill: kind === SearchModel.Need ? Theme.infoContainer : kind === SearchModel.Hazard ? Theme.errorContainer : Theme.secondaryContainer
            onClicked: {
                if (hit.ofCatalogue)
                    page.itemChosen(hit.recordId)
                else if (hit.ofOrder)
                    page.orderChosen(hit.recordId)
                else
                    page.householdChosen(hit.householdId)
            }
        }
    }

    ColumnLayout {
        anchors.top: filters.bottom
        anchors.topMargin: Theme.spaceXxl
        anchors.horizontalCenter: parent.horizontalCenter
        width: hits.rowWidth
        visible: page.search.count === 0

        EmptyHint {
            Layout.fillWidth: true
            visible: page.search.query === ""
            iconName: "search"
            title: qsTr("Find a person or a door")
            supporting: qsTr("Two characters are enough: a name, a room, the last four digits of a phone, or pinyin initials such as wjg.")
        }

        EmptyHint {
            Layout.fillWidth: true
            visible: page.search.query !== "" && !page.search.busy && page.search.problem === ""
            iconName: "search"
            title: qsTr("Nothing found for “%1”").arg(page.search.query)
            supporting: page.search.hidden > 0 ? qsTr("%n more are of other kinds than those that are chosen above.", "", page.search.hidden)
                : qsTr("Try fewer characters, the room, or the last four digits of a phone.")
        }

        TonalButton {
            Layout.alignment: Qt.AlignHCenter
            visible: page.search.query !== "" && page.search.hidden > 0
            text: qsTr("Show all kinds")
            onClicked: page.search.showAll()
        }

        ErrorHint {
            Layout.fillWidth: true
            visible: page.search.problem !== ""
            title: qsTr("The search did not work")
            supporting: page.search.problem
            actionText: ""
        }
    }
}
