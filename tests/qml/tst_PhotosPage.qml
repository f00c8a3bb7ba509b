// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import QtTest
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

// A hazard's photos: looked at, fetched, deleted, drawn on.
TestCase {
    id: test

    name: "PhotosPage"
    width: 360
    height: 780
    visible: true
    when: windowShown

    Component {
        id: viewer

        PhotosPage {
            anchors.fill: parent
            photos: SamplePhotos {}
            vocabulary: Samples.vocabulary
        }
    }

    Component {
        id: editor

        PhotosEditor {
            width: 328
            vocabulary: Samples.vocabulary
            photos: PhotoForms {
                rows: [{ stage: "before", caption: "", thumbnail: "qrc:/samples/before.svg", image: "qrc:/samples/before.svg", busy: false }]
            }
        }
    }

    function initTestCase() {
        Theme.calmMotion = true
    }

    function named(item, words: string) {
        for (let i = 0; i < item.children.length; ++i) {
            const child = item.children[i]
            const found = child.visible && child.text === words && child.clicked !== undefined ? child : named(child, words)
            if (found)
                return found
        }
        return null
    }

    function tap(item, words: string) {
        const target = named(item, words)
        verify(target, "nothing to tap says: " + words)
        target.clicked()
    }

    function test_anOriginalThatIsNotHereIsFetchedWhenAskedFor() {
        const page = createTemporaryObject(viewer, test)
        waitForRendering(page)
        verify(!named(page, "Fetch it now"), "the first one is here")
        tap(page, "Photo 3, " + page.photos.rows[2].stageWord)
        waitForRendering(page)
        tap(page, "Fetch it now")
        compare(page.photos.calls[0], "fetch 2")
    }

    function test_aPhotoIsDeletedAfterOneQuestion() {
        const page = createTemporaryObject(viewer, test)
        waitForRendering(page)
        tap(page, "Delete this photo")
        compare(page.photos.calls.length, 0)
        tap(T.Overlay.overlay, "Delete it")
        compare(page.photos.calls[0], "remove 0")
    }

    function test_beforeAndAfterStandSideBySideWhereThereIsRoom() {
        const page = createTemporaryObject(viewer, test)
        waitForRendering(page)
        verify(page.beside === null)
        test.width = 1200
        waitForRendering(page)
        verify(page.beside !== null)
        verify(page.beside.stage !== page.shown.stage)
        test.width = 360
    }

    function test_aLineIsDrawnTakenBackAndBurntIn() {
        const form = createTemporaryObject(editor, test)
        waitForRendering(form)
        tap(form, "Draw on the photo")
        const sheet = T.Overlay.overlay
        tryVerify(() => named(sheet, "Done") !== null)
        verify(!named(sheet, "Take the last line back").enabled)
        mouseDrag(test, 180, 300, 40, 40)
        tap(sheet, "Done")
        compare(form.photos.calls[0], "draw 0 1")
    }

    function test_aPhotoIsTakenAwayBeforeSaving() {
        const form = createTemporaryObject(editor, test)
        tap(form, "Remove photo 1")
        compare(form.photos.count, 0)
    }
}
