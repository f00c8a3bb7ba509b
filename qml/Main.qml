// SPDX-License-Identifier: Apache-2.0
//
// The window: which page stands where, and which follows which. No data and no layout of its own.
// Pages ask the workspace to open something; its signals navigate, so that a tap and a driven test go the same way.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import Qiaomen
import Qiaomen.Ui

Window {
    id: window

    required property Workspace workspace
    /// False for the moment in which the pages are made anew.
    property bool made: true
    property int place: FieldWorkspace.Today

    width: 1100
    height: 780
    minimumWidth: 360
    minimumHeight: 520
    visible: true
    title: workspace.currentGridName !== "" ? qsTr("%1 – Qiaomen", "window title, with the grid").arg(workspace.currentGridName) : qsTr("Qiaomen")
    color: Theme.surface
    onClosing: workspace.flush()

    SystemPalette {
        id: system
    }

    Binding {
        target: Theme
        property: "dark"
        value: window.workspace.settings.theme === Settings.DarkTheme
            || window.workspace.settings.theme === Settings.SystemTheme && system.window.hslLightness < 0.5
    }

    Binding { target: Theme; property: "elder"; value: window.workspace.settings.elder }
    Binding { target: Words; property: "language"; value: window.workspace.settings.language }

    Connections {
        target: window.workspace.vocabulary

        // The words of the descriptions are asked for, not bound: in another language the pages are made anew.
        function onChanged() {
            window.made = false
            window.made = true
        }
    }

    Repeater {
        model: window.made && window.workspace.enrolled ? 1 : 0

        FieldWorkspace {
            anchors.fill: parent
            workspace: window.workspace
            current: window.place
            onCurrentChanged: window.place = current
        }
    }

    Repeater {
        model: window.made && !window.workspace.enrolled ? 1 : 0

        EnrolPage {
            anchors.fill: parent
        }
    }
}
