// SPDX-License-Identifier: Apache-2.0
//
// Photos of a thing that is being written down: none, or several, each with its stage, a caption and what is drawn on it.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

FieldFrame {
    id: editor

    required property PhotoForms photos
    required property Vocabulary vocabulary
    /// Of the next photo.
    property string stage: "before"

    function choose() {
        chooser.open()
    }

    label: qsTr("Photos of the thing")
    optional: true
    helper: photos.count === 0 ? qsTr("Of the thing only: no people, no inside of a home. Place and device are not kept with it.") : ""

    Repeater {
        model: editor.photos

        ColumnLayout {
            id: photo

            required property int index
            required property string stage
            required property string caption
            required property string thumbnail
            required property string image
            required property bool busy

            Layout.fillWidth: true
            Layout.bottomMargin: Theme.spaceS
            spacing: Theme.spaceS

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.spaceM

                PhotoThumb {
                    source: photo.thumbnail
                    busy: photo.busy
                    enabled: !photo.busy
                    text: qsTr("Draw on photo %1").arg(photo.index + 1)
                    onClicked: drawing.show(photo.index, photo.image)
                }

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    AppText {
                        Layout.fillWidth: true
                        text: photo.busy ? qsTr("Making it ready…") : qsTr("Photo %1").arg(photo.index + 1)
                        font: Theme.label
                    }

                    RowLayout {
                        Layout.leftMargin: -Theme.spaceM
                        spacing: 0

                        IconAction {
                            enabled: !photo.busy
                            iconName: "edit"
                            text: qsTr("Draw on the photo")
                            onClicked: drawing.show(photo.index, photo.image)
                        }

                        IconAction {
                            iconName: "trash"
                            text: qsTr("Remove photo %1").arg(photo.index + 1)
                            onClicked: editor.photos.remove(photo.index)
                        }
                    }
                }
            }

            ChoiceGroup {
                Layout.fillWidth: true
                label: editor.vocabulary.label("photo", "stage")
                model: editor.vocabulary.choices("photo", "stage")
                columns: 2
                current: photo.stage
                onChosen: code => editor.photos.setStage(photo.index, code)
            }

            FormField {
                Layout.fillWidth: true
                label: editor.vocabulary.label("photo", "caption")
                optional: true
                text: photo.caption
                onEdited: text => editor.photos.setCaption(photo.index, text)
            }
        }
    }

    Notice {
        Layout.fillWidth: true
        visible: editor.photos.problem !== ""
        text: editor.photos.problem
        iconName: "alert"
        tone: StatusChip.Problem
        actionText: qsTr("Understood")
        onAction: editor.photos.dismissProblem()
    }

    OutlineButton {
        Layout.fillWidth: true
        iconName: "photo"
        text: editor.photos.count > 0 ? qsTr("Add more photos") : qsTr("Add photos")
        onClicked: chooser.open()
    }

    FileDialog {
        id: chooser

        title: qsTr("Photos of the thing")
        fileMode: FileDialog.OpenFiles
        nameFilters: [qsTr("Pictures") + " (*.jpg *.jpeg *.png *.JPG *.JPEG *.PNG)"]
        onAccepted: {
            for (const file of selectedFiles)
                editor.photos.add(file, editor.stage)
        }
    }

    PhotoDrawing {
        id: drawing

        photos: editor.photos
    }
}
