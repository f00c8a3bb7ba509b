// SPDX-License-Identifier: Apache-2.0
//
// The gallery's window: one story at a time, and a line of switches when a person looks at it.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import Qiaomen.Gallery
import Qiaomen.Ui

Window {
    id: window

    required property list<string> stories
    property string story: stories.length > 0 ? stories[0] : ""
    property string language: "zh_CN"
    property bool dark: false
    property bool elder: false
    /// No switches below the story: for pictures and measurements.
    property bool still: false
    /// Whether what moves moves then.
    property bool moving: false
    /// The least side of what is touched, for those who measure.
    readonly property int touch: Theme.touch

    width: 1280
    height: 860
    visible: true
    title: "Qiaomen gallery: " + story
    color: Theme.surface

    Binding { target: Theme; property: "dark"; value: window.dark }
    Binding { target: Theme; property: "elder"; value: window.elder }
    Binding { target: Theme; property: "calmMotion"; value: window.still && !window.moving }
    Binding { target: Samples; property: "chinese"; value: window.language === "zh_CN" }
    Binding { target: Words; property: "language"; value: window.language }
    Binding { target: Words; property: "fixedNow"; value: new Date(2026, 10, 22, 15, 20).getTime() }

    Loader {
        anchors.fill: parent
        anchors.bottomMargin: switches.visible ? switches.height : 0
        source: window.story === "" ? "" : Qt.resolvedUrl("stories/" + window.story + "Story.qml")
    }

    Flow {
        id: switches

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        visible: !window.still
        padding: Theme.spaceS
        spacing: Theme.spaceS

        Repeater {
            model: window.still ? [] : window.stories

            Chip {
                required property string modelData

                text: modelData
                checked: window.story === modelData
                onClicked: window.story = modelData
            }
        }

        Chip {
            text: "Dark"
            onToggled: window.dark = checked
        }

        Chip {
            text: "Elder"
            onToggled: window.elder = checked
        }
    }
}
