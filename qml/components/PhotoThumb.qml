// SPDX-License-Identifier: Apache-2.0
//
// A small picture. An empty `source` is a photo that is not on this phone yet; `busy` one that is being made.
import QtQuick
import QtQuick.Templates as T
import Qiaomen.Ui

T.AbstractButton {
    id: thumb

    property string source
    property bool busy: false
    property bool chosen: false
    property int side: Theme.elder ? 96 : 80

    implicitWidth: side
    implicitHeight: side
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: text

    background: Rectangle {
        radius: Theme.radiusS
        color: Theme.surfaceContainerHigh
    }

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            visible: !thumb.busy && picture.status !== Image.Ready
            name: "photo"
        }

        BusyRing {
            anchors.centerIn: parent
            visible: thumb.busy && picture.status !== Image.Ready
            size: Theme.icon
            ink: Theme.primary
        }

        Image {
            id: picture

            anchors.fill: parent
            source: thumb.source
            sourceSize.width: 256
            sourceSize.height: 256
            fillMode: Image.PreserveAspectCrop
            asynchronous: true
            opacity: thumb.busy ? 0.5 : 1
        }

        Rectangle {
            anchors.fill: parent
            radius: Theme.radiusS
            color: "transparent"
            border.width: thumb.chosen || thumb.visualFocus ? Theme.focusWidth : Theme.hairline
            border.color: thumb.chosen || thumb.visualFocus ? Theme.primary : Theme.outlineVariant
        }

        StateLayer {
            anchors.fill: parent
            radius: Theme.radiusS
            hovered: thumb.hovered
            pressed: thumb.down
        }
    }
}
