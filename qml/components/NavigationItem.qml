// SPDX-License-Identifier: Apache-2.0
//
// A destination in the navigation: icon above its name, or `beside` it in the wide side bar.
import QtQuick
import QtQuick.Templates as T
import Qiaomen.Ui

T.AbstractButton {
    id: item

    required property Destination destination
    property bool current: false
    property bool beside: false
    readonly property color ink: current ? Theme.primaryContainerInk : Theme.mutedInk

    implicitWidth: 72
    implicitHeight: beside ? Theme.touch + Theme.spaceXs : Theme.touch + Theme.spaceXl
    text: destination.label
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.PageTab
    Accessible.name: destination.badge > 0 ? destination.label + ", " + destination.badge : destination.label
    Accessible.selected: current

    background: Item {
        Rectangle {
            x: item.beside ? 0 : (parent.width - width) / 2
            y: item.beside ? 0 : Theme.spaceS
            width: item.beside ? parent.width : Math.min(parent.width, Theme.elder ? 72 : 60)
            height: item.beside ? parent.height : Theme.icon + Theme.spaceS
            radius: height / 2
            color: item.current ? Theme.primaryContainer : "transparent"

            StateLayer {
                radius: parent.radius
                hovered: item.hovered
                pressed: item.down
                focused: item.visualFocus
            }
        }
    }

    contentItem: Item {
        Icon {
            id: glyph

            x: item.beside ? Theme.spaceL : (parent.width - width) / 2
            y: item.beside ? (parent.height - height) / 2 : Theme.spaceS + Theme.spaceXs
            name: item.destination.iconName
            color: item.ink
        }

        AppText {
            x: item.beside ? glyph.x + glyph.width + Theme.spaceM : 0
            y: item.beside ? (parent.height - height) / 2 : glyph.y + glyph.height + Theme.spaceXs
            width: parent.width - x - (item.beside && badge.visible ? badge.width + Theme.spaceL : 0)
            text: item.destination.label
            font: item.beside ? Theme.label : item.current && !Theme.elder ? Theme.labelSmall : Theme.caption
            color: item.current && !item.beside ? Theme.surfaceInk : item.ink
            horizontalAlignment: item.beside ? Text.AlignLeft : Text.AlignHCenter
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }

        Badge {
            id: badge

            x: item.beside ? parent.width - width - Theme.spaceM : glyph.x + glyph.width - 8
            y: item.beside ? (parent.height - height) / 2 : glyph.y - 5
            count: item.destination.badge
        }
    }
}
