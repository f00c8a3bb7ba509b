// SPDX-License-Identifier: Apache-2.0
//
// The photos of a hazard: one as large as the window, before and after side by side where there is room, the others as a strip below.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

AppPage {
    id: page

    required property ShownPhotos photos
    required property Vocabulary vocabulary
    property int current: 0
    readonly property bool roomy: width >= (Theme.elder ? 1000 : 840)
    readonly property ShownPhoto shown: chosen(current)
    /// The other stage's, to stand beside it; null where there is none or no room.
    readonly property ShownPhoto beside: roomy && shown ? partner(shown) : null
    readonly property bool adding: photos.added !== null && photos.added.count > 0
    property int made: 0

    function chosen(row: int): ShownPhoto {
        return made > row && row >= 0 ? rows.objectAt(row) as ShownPhoto : null
    }

    /// The last one of the other stage.
    function partner(of: ShownPhoto): ShownPhoto {
        for (let row = made - 1; row >= 0; --row) {
            const other = rows.objectAt(row) as ShownPhoto
            if (other && other.stage !== of.stage)
                return other
        }
        return null
    }

    title: photos.title !== "" ? photos.title : qsTr("Photos")
    subtitle: photos.place
    canGoBack: true
    onMadeChanged: current = Math.max(0, Math.min(current, made - 1))
    actions: [
        IconAction {
            visible: page.shown !== null && !page.adding
            iconName: "trash"
            text: qsTr("Delete this photo")
            onClicked: deleteSheet.open()
        }
    ]

    Instantiator {
        id: rows

        model: page.photos
        onObjectAdded: page.made = count
        onObjectRemoved: page.made = count

        ShownPhoto {
        }
    }

    Connections {
        target: page.photos

        function onFailed(problem: string) {
            failure.text = problem
        }
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.margin
        anchors.bottomMargin: footer.visible ? footer.height + Theme.spaceS : Theme.margin
        visible: page.photos.ready && page.photos.count > 0 && !page.adding
        spacing: Theme.spaceM

        Item {
            id: stage

            readonly property ShownPhoto first: page.beside && page.shown.stage === "after" ? page.beside : page.shown
            readonly property ShownPhoto second: page.beside && page.shown.stage === "after" ? page.shown : page.beside

            Layout.fillWidth: true
            Layout.fillHeight: true

            PhotoPanel {
                width: page.beside ? (parent.width - Theme.spaceM) / 2 : parent.width
                height: parent.height
                photo: stage.first
                onFetchAsked: row => page.photos.fetch(row)
            }

            PhotoPanel {
                anchors.right: parent.right
                width: (parent.width - Theme.spaceM) / 2
                height: parent.height
                visible: page.beside !== null
                photo: stage.second
                onFetchAsked: row => page.photos.fetch(row)
            }
        }

        ListView {
            Layout.fillWidth: true
            visible: page.photos.count > 1
            implicitHeight: Theme.elder ? 96 : 80
            orientation: ListView.Horizontal
            spacing: Theme.spaceS
            model: page.photos

            delegate: PhotoThumb {
                id: strip

                required property int index
                required property string thumbnail
                required property string stageWord

                source: thumbnail
                chosen: page.current === index
                text: qsTr("Photo %1, %2").arg(index + 1).arg(stageWord)
                onClicked: page.current = strip.index
            }
        }
    }

    ScrollColumn {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: footer.top
        visible: page.photos.ready && (page.photos.count === 0 || page.adding)

        EmptyHint {
            Layout.fillWidth: true
            Layout.topMargin: Theme.spaceXl
            visible: page.photos.count === 0 && !page.adding && page.photos.problem === ""
            iconName: "photo"
            title: qsTr("No photos of this hazard")
            supporting: qsTr("A photo is never asked for. It helps whoever comes next to find the place.")
        }

        ErrorHint {
            Layout.fillWidth: true
            visible: page.photos.problem !== ""
            title: qsTr("The photos could not be opened")
            supporting: page.photos.problem
            actionText: ""
        }

        Repeater {
            id: editors

            model: page.photos.added && page.photos.problem === "" ? 1 : 0

            PhotosEditor {
                Layout.fillWidth: true
                photos: page.photos.added
                vocabulary: page.vocabulary
                stage: page.photos.count > 0 ? "after" : "before"
            }
        }
    }

    LoadingHint {
        anchors.fill: parent
        anchors.margins: Theme.margin
        anchors.bottomMargin: parent.height / 3
        visible: !page.photos.ready
    }

    StickyFooter {
        id: footer

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        visible: page.photos.ready && page.photos.problem === "" && (page.adding || page.photos.count > 0)
        height: visible ? implicitHeight : 0

        Notice {
            id: failure

            Layout.fillWidth: true
            visible: text !== ""
            text: ""
            tone: StatusChip.Problem
            iconName: "alert"
        }

        OutlineButton {
            Layout.fillWidth: true
            visible: page.photos.count > 0 && !page.adding
            iconName: "photo"
            text: qsTr("Add photos")
            onClicked: (editors.itemAt(0) as PhotosEditor).choose()
        }

        PrimaryButton {
            Layout.fillWidth: true
            visible: page.adding
            iconName: "check"
            text: qsTr("Save the photos")
            busy: page.photos.saving
            enabled: page.adding && !page.photos.added.busy && !page.photos.saving
            onClicked: {
                failure.text = ""
                page.photos.saveAdded()
            }
        }
    }

    ConfirmSheet {
        id: deleteSheet

        title: qsTr("Delete this photo?")
        supporting: qsTr("It disappears from every phone and from the centre. It cannot be brought back.")
        acceptText: qsTr("Delete it")
        rejectText: qsTr("Keep it")
        destructive: true
        onAccepted: page.photos.remove(page.current)
    }
}
