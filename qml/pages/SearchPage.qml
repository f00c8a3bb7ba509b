// SPDX-License-Identifier: Apache-2.0
//
// Search over everything on the device: names, doors, the last digits of a phone, pinyin initials, needs and hazards.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

AppPage {
    id: page

    required property SearchModel search
    signal householdChosen(string householdId)

    title: qsTr("Search")
    scrolled: hits.scrolled

    SearchField {
        id: field

        y: Theme.spaceXs
        x: hits.inset
        width: hits.rowWidth
        hint: qsTr("Name, door, end of a phone number, pinyin")
        text: page.search.query
        onSearched: text => page.search.query = text
    }

    ReadableList {
        id: hits

        anchors.fill: parent
        anchors.topMargin: field.y + field.height + Theme.spaceS
        model: page.search

        delegate: ListRow {
            id: hit

            required property int kind
            required property string subtitle
            required property string householdId
            required property string gridName

            x: hits.inset
            width: hits.rowWidth
            raised: true
            opens: householdId !== ""
            supporting: subtitle
            overline: gridName
            avatarName: kind === SearchModel.Person ? title : ""
            iconName: kind === SearchModel.Household ? "household" : kind === SearchModel.Dwelling ? "door" : kind === SearchModel.Need ? "need"
                : kind === SearchModel.Hazard ? "hazard" : ""
            iconInk: kind === SearchModel.Need ? Theme.infoContainerInk : kind === SearchModel.Hazard ? Theme.errorContainerInk : Theme.secondaryContainerInk
            iconFill: kind === SearchModel.Need ? Theme.infoContainer : kind === SearchModel.Hazard ? Theme.errorContainer : Theme.secondaryContainer
            onClicked: page.householdChosen(hit.householdId)
        }
    }

    ColumnLayout {
        anchors.top: field.bottom
        anchors.topMargin: Theme.spaceXxl * 2
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
            supporting: qsTr("Try fewer characters, the room, or the last four digits of a phone.")
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
