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
    required property PracticeRoom room
    /// What is worked in: the real workspace, or the one to practise in.
    readonly property Workspace shown: room.workspace ? room.workspace : workspace
    readonly property bool practising: room.open
    /// False for the moment in which the pages are made anew.
    property bool made: true
    property int place: FieldWorkspace.Today

    width: 1100
    height: 780
    minimumWidth: 360
    minimumHeight: 520
    visible: true
    title: shown.currentGridName !== "" ? qsTr("%1 – Qiaomen", "window title, with the grid").arg(shown.currentGridName) : qsTr("Qiaomen")
    color: Theme.surface
    onClosing: {
        workspace.flush()
        shown.flush()
    }
    onPractisingChanged: place = practising ? FieldWorkspace.Practice : FieldWorkspace.Today

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
    Binding { target: Theme; property: "practising"; value: window.practising }
    Binding { target: Words; property: "language"; value: window.workspace.settings.language }

    Connections {
        target: window.workspace.vocabulary

        // The words of the descriptions are asked for, not bound: in another language the pages are made anew.
        function onChanged() {
            window.made = false
            window.made = true
        }
    }

    PracticeBand {
        id: band

        width: parent.width
        height: window.practising ? implicitHeight : 0
        visible: window.practising
        onLeaveAsked: window.room.leave()
    }

    Item {
        anchors.top: band.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom

        // Each with the workspace it was made for: the room's is gone before it is put away.
        Repeater {
            model: window.made && !window.room.busy && (window.practising || window.workspace.enrolled) ? [window.shown] : []

            FieldWorkspace {
                required property Workspace modelData

                anchors.fill: parent
                workspace: modelData
                room: window.room
                current: window.place
                onCurrentChanged: window.place = current
            }
        }

        Repeater {
            model: window.made && !window.room.busy && !window.practising && !window.workspace.enrolled ? 1 : 0

            EnrolPage {
                anchors.fill: parent
                room: window.room
            }
        }

        LoadingHint {
            anchors.centerIn: parent
            visible: window.room.busy
        }
    }
}
