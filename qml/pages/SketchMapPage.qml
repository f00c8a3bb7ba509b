// SPDX-License-Identifier: Apache-2.0
//
// A sketch of the grid: its boundary, and marks for doors and hazards that have a position. Fingers pan and pinch; the wheel and the keys
// + - 0 and the arrows do the same. No tiles, no network, and nobody's own position. It lies over the whole window of the page.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Shapes
import Qiaomen
import Qiaomen.Ui

AppPage {
    id: page

    required property SketchMapModel map
    readonly property real step: 60
    signal householdChosen(string householdId)
    signal hazardChosen(string hazardId)

    title: qsTr("Sketch map")
    subtitle: map.empty ? "" : Words.dotted([qsTr("%n thing(s)", "with a position, on the map", map.things),
        map.without > 0 ? qsTr("%n door(s) without a position", "", map.without) : ""])

    function openThing(isHazard: bool, recordId: string, householdId: string) {
        if (isHazard)
            hazardChosen(recordId)
        else if (householdId !== "")
            householdChosen(householdId)
    }

    /// One thing opens; several are listed.
    function openMark(row: int) {
        if (map.choose(row) > 0)
            thingsSheet.open()
    }

    Component.onCompleted: map.active = true
    Component.onDestruction: map.active = false

    Item {
        id: window

        anchors.fill: parent
        visible: !page.map.empty && page.map.problem === ""
        clip: true
        focus: true
        activeFocusOnTab: true
        Accessible.role: Accessible.Graphic
        Accessible.name: Words.joined([page.title, page.subtitle])
        Keys.onLeftPressed: page.map.pan(page.step, 0)
        Keys.onRightPressed: page.map.pan(-page.step, 0)
        Keys.onUpPressed: page.map.pan(0, page.step)
        Keys.onDownPressed: page.map.pan(0, -page.step)
        Keys.onDigit0Pressed: page.map.fitAll()
        Keys.onPressed: event => {
            const larger = event.key === Qt.Key_Plus || event.key === Qt.Key_Equal
            event.accepted = larger || event.key === Qt.Key_Minus
            if (event.accepted)
                page.map.zoom(larger ? 1.6 : 1 / 1.6, width / 2, height / 2)
        }
        onWidthChanged: page.map.setWindow(width, height)
        onHeightChanged: page.map.setWindow(width, height)

        DragHandler {
            id: drag

            property point before

            target: null
            onActiveChanged: before = Qt.point(0, 0)
            onTranslationChanged: {
                page.map.pan(translation.x - before.x, translation.y - before.y)
                before = Qt.point(translation.x, translation.y)
            }
        }

        PinchHandler {
            property real before: 1

            target: null
            onActiveChanged: before = 1
            onActiveScaleChanged: {
                page.map.zoom(activeScale / before, centroid.position.x, centroid.position.y)
                before = activeScale
            }
        }

        WheelHandler {
            target: null
            onWheel: event => page.map.zoom(Math.pow(1.0015, event.angleDelta.y), event.x, event.y)
        }

        // Takes the press for itself, so that a mark that was pressed is not opened twice.
        TapHandler {
            gesturePolicy: TapHandler.ReleaseWithinBounds
            onTapped: point => page.openMark(page.map.hitAt(point.position.x, point.position.y))
            onDoubleTapped: point => page.map.zoom(2, point.position.x, point.position.y)
        }

        // One item that is moved as a whole: panning touches no mark.
        Item {
            id: world

            x: page.map.originX
            y: page.map.originY

            Shape {
                visible: page.map.outline !== ""
                scale: page.map.scale
                transformOrigin: Item.TopLeft

                ShapePath {
                    strokeColor: Theme.primary
                    strokeWidth: 2 / page.map.scale
                    fillColor: Theme.faded(Theme.primary, 0.06)
                    joinStyle: ShapePath.RoundJoin

                    PathSvg { path: page.map.outline }
                }
            }

            Repeater {
                model: page.map

                delegate: MapMark {
                    required property int index
                    required property real markX
                    required property real markY

                    x: markX * page.map.scale - width / 2
                    y: markY * page.map.scale - height / 2
                    onClicked: page.openMark(index)
                }
            }
        }
    }

    ColumnLayout {
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.margin
        visible: window.visible
        spacing: Theme.spaceS

        MapTool {
            iconName: "plus"
            text: qsTr("Larger")
            onClicked: page.map.zoom(1.6, window.width / 2, window.height / 2)
        }

        MapTool {
            iconName: "minus"
            text: qsTr("Smaller")
            onClicked: page.map.zoom(1 / 1.6, window.width / 2, window.height / 2)
        }

        MapTool {
            iconName: "map"
            text: qsTr("Show all")
            onClicked: page.map.fitAll()
        }
    }

    Notice {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.margin
        visible: text !== ""
        text: page.map.problem !== "" ? page.map.problem : page.map.outlineProblem
        tone: page.map.problem !== "" ? StatusChip.Problem : StatusChip.Warning
        iconName: "alert"
    }

    LoadingHint {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.margin
        visible: page.map.loading
    }

    EmptyHint {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.margin
        visible: page.map.empty && !page.map.loading && page.map.problem === ""
        iconName: "map"
        title: qsTr("Nothing has a position yet")
        supporting: qsTr("The office adds the boundary of the grid. A hazard gets a position when somebody notes one; the app never notes where you are.")
    }

    Sheet {
        id: thingsSheet

        title: qsTr("%n thing(s) here", "on the map", page.map.chosen.count)

        ListView {
            Layout.fillWidth: true
            implicitHeight: Math.min(contentHeight, 420)
            clip: true
            model: page.map.chosen

            delegate: ListRow {
                id: thing

                required property bool isHazard
                required property string recordId
                required property string householdId
                required property string subtitle
                required property int freshness

                width: ListView.view.width
                opens: isHazard || householdId !== ""
                supporting: subtitle
                iconName: isHazard ? "hazard" : Freshness.mark(freshness)
                iconInk: isHazard ? Theme.errorContainerInk : Freshness.ink(freshness)
                iconFill: isHazard ? Theme.errorContainer : Freshness.container(freshness)
                onClicked: {
                    thingsSheet.close()
                    page.openThing(thing.isHazard, thing.recordId, thing.householdId)
                }
            }
        }
    }
}
