// SPDX-License-Identifier: Apache-2.0
//
// The search line: what is typed, and a way to clear it.
import QtQuick
import QtQuick.Templates as T
import Qiaomen.Ui

T.TextField {
    id: field

    property string hint: qsTr("Search")
    signal searched(string text)

    implicitWidth: 280
    implicitHeight: Theme.touch + Theme.spaceXs
    leftPadding: Theme.touch
    rightPadding: clear.visible ? Theme.touch : Theme.spaceL
    font: Theme.body
    color: Theme.surfaceInk
    selectionColor: Theme.primary
    selectedTextColor: Theme.primaryInk
    verticalAlignment: TextInput.AlignVCenter
    selectByMouse: true
    inputMethodHints: Qt.ImhNoPredictiveText
    onTextEdited: field.searched(text)
    Accessible.role: Accessible.EditableText
    Accessible.name: field.hint

    background: Rectangle {
        radius: height / 2
        color: Theme.surfaceContainer
        border.width: field.activeFocus ? 2 : 0
        border.color: Theme.primary

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            x: Theme.spaceL
            name: "search"
            size: Theme.iconS + 2
        }
    }

    AppText {
        anchors.verticalCenter: parent.verticalCenter
        x: field.leftPadding
        width: field.width - field.leftPadding - field.rightPadding
        visible: field.text === "" && field.preeditText === ""
        text: field.hint
        muted: true
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }

    IconAction {
        id: clear

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        visible: field.text !== ""
        iconName: "close"
        text: qsTr("Clear")
        onClicked: {
            field.clear()
            field.searched("")
            field.forceActiveFocus()
        }
    }
}
