// SPDX-License-Identifier: Apache-2.0
//
// One photo as large as there is room: two fingers, the wheel or a double tap make it larger, one finger moves it. While the original is not
// here the thumbnail stands for it.
import QtQuick
import Qiaomen.Ui

Item {
    id: pane

    property string thumbnail
    property string image
    /// What a screen reader says of it.
    property string words
    property real zoom: 1
    readonly property real largest: 5

    function zoomTo(wanted: real) {
        zoom = Math.max(1, Math.min(largest, wanted))
    }

    clip: true
    Accessible.role: Accessible.Graphic
    Accessible.name: words
    onThumbnailChanged: zoom = 1

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusM
        color: Theme.surfaceContainer
    }

    Flickable {
        id: view

        anchors.fill: parent
        contentWidth: width * pane.zoom
        contentHeight: height * pane.zoom
        interactive: pane.zoom > 1
        boundsBehavior: Flickable.StopAtBounds

        Image {
            anchors.fill: parent
            visible: original.status !== Image.Ready
            source: pane.thumbnail
            fillMode: Image.PreserveAspectFit
        }

        Image {
            id: original

            anchors.fill: parent
            source: pane.image
            sourceSize.width: 1600
            sourceSize.height: 1600
            fillMode: Image.PreserveAspectFit
            cache: false
        }
    }

    Icon {
        anchors.centerIn: parent
        visible: pane.thumbnail === "" && pane.image === ""
        name: "photo"
        size: Theme.iconL
    }

    PinchHandler {
        property real before: 1

        target: null
        onActiveChanged: before = pane.zoom
        onActiveScaleChanged: pane.zoomTo(before * activeScale)
    }

    WheelHandler {
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
        onWheel: event => pane.zoomTo(pane.zoom * (event.angleDelta.y > 0 ? 1.2 : 1 / 1.2))
    }

    TapHandler {
        onDoubleTapped: pane.zoomTo(pane.zoom > 1 ? 1 : 2.5)
    }
}
