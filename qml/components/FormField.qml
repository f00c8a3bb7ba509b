// SPDX-License-Identifier: Apache-2.0
//
// One line of text with its label.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Qiaomen.Ui

FieldFrame {
    id: field

    property alias text: input.text
    property alias readOnly: input.readOnly
    property alias inputMethodHints: input.inputMethodHints
    property alias maximumLength: input.maximumLength
    property string iconName
    signal edited(string text)

    T.TextField {
        id: input

        Layout.fillWidth: true
        implicitHeight: Theme.touch + Theme.spaceXs
        leftPadding: field.iconName !== "" ? Theme.touch : Theme.spaceL
        rightPadding: Theme.spaceL
        font: Theme.body
        color: enabled ? Theme.surfaceInk : Theme.mutedInk
        selectionColor: Theme.primary
        selectedTextColor: Theme.primaryInk
        verticalAlignment: TextInput.AlignVCenter
        selectByMouse: true
        onTextEdited: field.edited(text)
        Accessible.role: Accessible.EditableText
        Accessible.name: field.label
        Accessible.description: field.problem !== "" ? field.problem : field.helper

        background: FieldBox {
            enabled: input.enabled && !input.readOnly
            focused: input.activeFocus
            faulty: field.problem !== ""

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                x: Theme.spaceM
                visible: field.iconName !== ""
                name: field.iconName
                size: Theme.iconS + 4
            }
        }
    }
}
