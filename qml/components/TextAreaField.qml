// SPDX-License-Identifier: Apache-2.0
//
// Several lines of text with their label; grows with what is typed.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Qiaomen.Ui

FieldFrame {
    id: field

    property string text
    property int minimumLines: 2
    signal edited(string text)

    FontMetrics {
        id: metrics
        font: Theme.body
    }

    T.TextArea {
        id: input

        Layout.fillWidth: true
        implicitHeight: Math.max(Theme.touch, Math.max(contentHeight, field.minimumLines * metrics.height) + topPadding + bottomPadding)
        padding: Theme.spaceM
        leftPadding: Theme.spaceL
        rightPadding: Theme.spaceL
        text: field.text
        font: Theme.body
        color: Theme.surfaceInk
        selectionColor: Theme.primary
        selectedTextColor: Theme.primaryInk
        wrapMode: TextEdit.Wrap
        textFormat: TextEdit.PlainText
        selectByMouse: true
        KeyNavigation.priority: KeyNavigation.BeforeItem
        KeyNavigation.tab: nextItemInFocusChain(true)
        onTextChanged: {
            if (text === field.text)
                return
            field.text = text
            field.edited(text)
        }
        Accessible.role: Accessible.EditableText
        Accessible.name: field.label

        background: FieldBox {
            enabled: input.enabled
            focused: input.activeFocus
            faulty: field.problem !== ""
        }
    }
}
