// SPDX-License-Identifier: Apache-2.0
//
// The frame of the app: its destinations as a bar below on a phone, a rail on a tablet, a labelled side bar on a desktop.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen.Ui

Item {
    id: shell

    property list<Destination> destinations
    property int current: 0
    /// The bar can be put away, for instance while a form is open on a phone.
    property bool barVisible: true
    property string appName
    property string gridName
    default property alias content: stage.data
    property alias sideFooter: sideFoot.data
    readonly property bool compact: width < Theme.compactWidth
    readonly property bool wide: width >= Theme.wideWidth
    signal chosen(int index)

    Keys.forwardTo: [enter]

    EnterPresses {
        id: enter
    }

    Rectangle {
        id: side

        width: shell.compact ? 0 : shell.wide ? (Theme.elder ? 300 : 264) : (Theme.elder ? 112 : 92)
        height: parent.height
        visible: !shell.compact
        color: Theme.surfaceContainer

        ColumnLayout {
            anchors.fill: parent
            anchors.margins: shell.wide ? Theme.spaceM : Theme.spaceS
            spacing: Theme.spaceXs

            RowLayout {
                Layout.fillWidth: true
                Layout.topMargin: Theme.spaceS
                Layout.bottomMargin: Theme.spaceL
                Layout.leftMargin: shell.wide ? Theme.spaceS : (side.width - mark.size) / 2 - Theme.spaceS
                spacing: Theme.spaceM

                AppMark {
                    id: mark

                    size: 44
                }

                ColumnLayout {
                    Layout.fillWidth: true
                    visible: shell.wide
                    spacing: 0

                    AppText {
                        Layout.fillWidth: true
                        text: shell.appName
                        font: Theme.title
                        wrapMode: Text.NoWrap
                    }

                    AppText {
                        Layout.fillWidth: true
                        text: shell.gridName
                        font: Theme.caption
                        muted: true
                        maximumLineCount: 2
                    }
                }
            }

            Repeater {
                model: shell.compact ? 0 : shell.destinations.length

                NavigationItem {
                    required property int index

                    Layout.fillWidth: true
                    visible: destination?.there ?? false
                    destination: shell.destinations[index]
                    beside: shell.wide
                    current: shell.current === index
                    onClicked: shell.chosen(index)
                }
            }

            Item {
                Layout.fillHeight: true
            }

            ColumnLayout {
                id: sideFoot

                Layout.fillWidth: true
                visible: shell.wide
                spacing: Theme.spaceS
            }
        }
    }

    Item {
        id: stage

        anchors.left: side.right
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: bottomBar.top
        clip: true
    }

    Rectangle {
        id: bottomBar

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: shell.compact && shell.barVisible ? (Theme.elder ? 88 : 72) : 0
        visible: height > 0
        color: Theme.surfaceContainerLow

        Divider {
            anchors.left: parent.left
            anchors.right: parent.right
        }

        RowLayout {
            anchors.fill: parent
            spacing: 0

            Repeater {
                model: shell.compact ? shell.destinations.length : 0

                NavigationItem {
                    required property int index

                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    visible: destination?.there ?? false
                    destination: shell.destinations[index]
                    current: shell.current === index
                    onClicked: shell.chosen(index)
                }
            }
        }
    }
}
