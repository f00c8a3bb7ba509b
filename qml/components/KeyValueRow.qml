// SPDX-License-Identifier: Apache-2.0
//
// A fact: its name and its value. Beside each other where there is room, above each other where there is not.
import QtQuick
import Qiaomen.Ui

Item {
    id: row

    required property string label
    required property string value
    property bool strong: false
    readonly property bool roomy: width >= (Theme.elder ? 400 : 240)
    readonly property int labelWidth: Theme.elder ? 132 : 96

    implicitWidth: labelWidth + Theme.spaceM + words.implicitWidth
    implicitHeight: roomy ? Math.max(name.height, words.height) : name.height + words.height
    Accessible.role: Accessible.StaticText
    Accessible.name: label + ": " + value

    AppText {
        id: name

        width: row.roomy ? row.labelWidth : row.width
        text: row.label
        font: Theme.bodySmall
        muted: true
        Accessible.ignored: true
    }

    AppText {
        id: words

        x: row.roomy ? row.labelWidth + Theme.spaceM : 0
        y: row.roomy ? 0 : name.height
        width: row.width - x
        text: row.value
        font: row.strong ? Theme.label : Theme.bodySmall
        Accessible.ignored: true
    }
}
