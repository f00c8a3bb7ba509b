// SPDX-License-Identifier: Apache-2.0
//
// All words on the screen. Plain text always: what a resident or another worker typed is never read as markup.
import QtQuick
import Qiaomen.Ui

Text {
    property bool muted: false
    /// May be cut: the control it stands in opens the whole, and its accessible name says the whole.
    property bool abridged: false

    font: Theme.body
    color: muted ? Theme.mutedInk : Theme.surfaceInk
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    elide: Text.ElideRight
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
