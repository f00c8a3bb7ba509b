// SPDX-License-Identifier: Apache-2.0
//
// What every page is made of: a TopBar, the content, and a place for a footer that stays in sight.
import QtQuick
import QtQuick.Templates as T
import Qiaomen.Ui

T.Page {
    id: page

    /// How far from the start a page stands in a stack: it covers what is before it, and replaces what is not.
    enum Depth { Blank, Places, Doors, Household, Order, Form }

    property int depth: AppPage.Places
    property string subtitle
    property bool canGoBack: false
    /// True while content is scrolled under the top bar.
    property bool scrolled: false
    /// What a footer covers at the foot of the page.
    property int footHeight: 0
    property alias actions: bar.actions
    signal back

    implicitWidth: 360
    implicitHeight: 640
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.Pane
    Accessible.name: title
    Keys.onBackPressed: event => {
        event.accepted = page.canGoBack
        if (page.canGoBack)
            page.back()
    }
    Keys.onEscapePressed: event => {
        event.accepted = page.canGoBack
        if (page.canGoBack)
            page.back()
    }

    background: Rectangle {
        color: Theme.surface
    }

    Keys.forwardTo: [enter]

    EnterPresses {
        id: enter
    }

    header: TopBar {
        id: bar

        title: page.title
        subtitle: page.subtitle
        canGoBack: page.canGoBack
        scrolled: page.scrolled
        onBack: page.back()
    }
}
