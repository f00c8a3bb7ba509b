// SPDX-License-Identifier: Apache-2.0
//
// A mark on the sketch map: one thing, or several with their number. A hazard is told by its sign and its colour, a door by how fresh
// the knowledge of it is. The names are roles of SketchMapModel.
import QtQuick
import QtQuick.Templates as T
import Qiaomen.Ui

T.AbstractButton {
    id: mark

    required property int things
    required property int hazards
    required property int freshness
    required property string name
    readonly property color ink: hazards > 0 ? Theme.errorContainerInk : Freshness.containerInk(freshness)

    width: Theme.touch
    height: Theme.touch
    text: name
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: Words.joined([name, hazards > 0 ? qsTr("%n open hazard(s)", "", hazards) : "", hazards < things ? Freshness.word(freshness) : ""])

    background: Item {
        Rectangle {
            anchors.centerIn: parent
            width: mark.things > 1 ? 38 : 30
            height: width
            radius: width / 2
            color: mark.hazards > 0 ? Theme.errorContainer : Freshness.container(mark.freshness)
            border.width: mark.visualFocus ? 3 : 1.5
            border.color: mark.visualFocus ? Theme.primary : mark.hazards > 0 ? Theme.error : Freshness.ink(mark.freshness)
        }
    }

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            visible: mark.things === 1
            name: mark.hazards > 0 ? "hazard" : Freshness.mark(mark.freshness)
            size: Theme.iconS - 2
            color: mark.ink
        }

        AppText {
            anchors.centerIn: parent
            visible: mark.things > 1
            text: mark.things
            font: Theme.labelSmall
            color: mark.ink
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.horizontalCenterOffset: 15
            anchors.verticalCenter: parent.verticalCenter
            anchors.verticalCenterOffset: -13
            visible: mark.things > 1 && mark.hazards > 0
            name: "hazard"
            size: Theme.iconS - 4
            color: Theme.error
        }
    }
}
