// SPDX-License-Identifier: Apache-2.0
//
// Drawing on a photo before it is saved: by hand, a circle or an arrow. What is drawn becomes part of the photo when it is done.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Shapes
import QtQuick.Templates as T
import Qiaomen
import Qiaomen.Ui

T.Popup {
    id: drawing

    required property PhotoForms photos
    property int row: -1
    property string image

    function show(ofRow: int, picture: string) {
        row = ofRow
        image = picture
        while (marks.count > 0)
            marks.undo()
        open()
    }

    parent: T.Overlay.overlay
    width: parent?.width ?? 360
    height: parent?.height ?? 640
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape
    padding: 0
    onClosed: image = ""

    PhotoMarks {
        id: marks

        shownSize: Qt.size(picture.paintedWidth, picture.paintedHeight)
    }

    background: Rectangle {
        color: Theme.surface

        EnterPresses {
            id: enter
        }
    }

    contentItem: ColumnLayout {
        spacing: 0
        Keys.forwardTo: [enter]

        TopBar {
            Layout.fillWidth: true
            title: qsTr("Draw on the photo")
            canGoBack: true
            onBack: drawing.close()

            IconAction {
                iconName: "undo"
                text: qsTr("Take the last line back")
                enabled: marks.count > 0
                onClicked: marks.undo()
            }
        }

        Item {
            id: canvas

            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.margins: Theme.spaceM

            Image {
                id: picture

                anchors.fill: parent
                source: drawing.image
                sourceSize.width: 1600
                sourceSize.height: 1600
                fillMode: Image.PreserveAspectFit
                cache: false
            }

            Item {
                id: sheet

                anchors.centerIn: parent
                width: picture.paintedWidth
                height: picture.paintedHeight
                clip: true

                Repeater {
                    model: marks.paths

                    Shape {
                        id: mark

                        required property string modelData

                        anchors.fill: parent

                        ShapePath {
                            strokeColor: Theme.markerEdge
                            strokeWidth: 2 * marks.width
                            fillColor: "transparent"
                            capStyle: ShapePath.RoundCap
                            joinStyle: ShapePath.RoundJoin

                            PathSvg { path: mark.modelData }
                        }

                        ShapePath {
                            strokeColor: Theme.marker
                            strokeWidth: marks.width
                            fillColor: "transparent"
                            capStyle: ShapePath.RoundCap
                            joinStyle: ShapePath.RoundJoin

                            PathSvg { path: mark.modelData }
                        }
                    }
                }

                MouseArea {
                    anchors.fill: parent
                    Accessible.role: Accessible.Graphic
                    Accessible.name: qsTr("The photo to draw on")
                    preventStealing: true
                    onPressed: event => marks.begin(event.x, event.y)
                    onPositionChanged: event => marks.goOn(event.x, event.y)
                    onReleased: marks.end()
                    onCanceled: marks.end()
                }
            }
        }

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: false
            Layout.margins: Theme.margin
            Layout.topMargin: 0
            spacing: Theme.spaceM

            ChoiceGroup {
                Layout.fillWidth: true
                Layout.fillHeight: false
                Layout.maximumWidth: Theme.readableWidth
                Layout.alignment: Qt.AlignHCenter
                label: qsTr("With")
                current: String(marks.tool)
                choices: [
                    Choice { code: String(PhotoMarks.Freehand); label: qsTr("By hand") },
                    Choice { code: String(PhotoMarks.Circle); label: qsTr("Circle") },
                    Choice { code: String(PhotoMarks.Arrow); label: qsTr("Arrow") }
                ]
                onChosen: code => marks.tool = Number(code)
            }

            AppText {
                Layout.fillWidth: true
                Layout.maximumWidth: Theme.readableWidth
                Layout.alignment: Qt.AlignHCenter
                text: qsTr("What is drawn becomes part of the photo. What lies under it is not kept.")
                font: Theme.caption
                muted: true
            }

            PrimaryButton {
                Layout.fillWidth: true
                Layout.maximumWidth: Theme.readableWidth
                Layout.alignment: Qt.AlignHCenter
                iconName: "check"
                text: qsTr("Done")
                onClicked: {
                    drawing.photos.draw(drawing.row, marks, Theme.marker, Theme.markerEdge)
                    drawing.close()
                }
            }
        }
    }
}
