// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import QtTest
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

// Storage and diagnostics: what is shown, and what one tap does.
TestCase {
    id: test

    name: "DevicePages"
    width: 360
    height: 780
    visible: true
    when: windowShown

    Component {
        id: field

        FieldWorkspace {
            anchors.fill: parent
            current: FieldWorkspace.Settings
            workspace: SampleWorkspace {}
        }
    }

    Component {
        id: storagePage

        StoragePage {
            anchors.fill: parent
            storage: SampleStorage {}
        }
    }

    Component {
        id: diagnosticsPage

        DiagnosticsPage {
            anchors.fill: parent
            diagnostics: SampleDiagnostics {}
            sync: SampleSync {}
        }
    }

    Component {
        id: slipPage

        SlipPage {
            anchors.fill: parent
            slip: ShownSlip { title: "A notice"; pages: ["qrc:/samples/slip.svg"] }
        }
    }

    function initTestCase() {
        Theme.calmMotion = true
    }

    function named(item, words: string) {
        for (let i = 0; i < item.children.length; ++i) {
            const child = item.children[i]
            const found = child.visible && (child.text === words || child.title === words) && child.clicked !== undefined ? child : named(child, words)
            if (found)
                return found
        }
        return null
    }

    function texts(item): string {
        let all = ""
        for (let i = 0; i < item.children.length; ++i) {
            const child = item.children[i]
            if (child.visible)
                all += (child.text !== undefined ? child.text + "\n" : "") + texts(child)
        }
        return all
    }

    function tap(item, words: string) {
        const target = named(item, words)
        verify(target, "nothing to tap says: " + words)
        target.clicked()
    }

    function test_theSettingsLeadToBothAndWarnOfAFullDisk() {
        const app = createTemporaryObject(field, test)
        app.workspace.storage.warning = "The disk is getting full."
        waitForRendering(app)
        verify(texts(app).includes("The disk is getting full."))
        tap(app, "Storage")
        waitForRendering(app)
        verify(texts(app).includes("284 MB taken by this app"))
        app.workspace.pageOpened(Workspace.DiagnosticsPage)
        waitForRendering(app)
        verify(texts(app).includes("Are all data whole?"))
        app.workspace.pageOpened(Workspace.CarrierPage)
        waitForRendering(app)
        verify(texts(app).includes("How it goes"))
    }

    function test_photosGoAfterOneQuestionAndOnlyWhereSomeMay() {
        const page = createTemporaryObject(storagePage, test)
        waitForRendering(page)
        verify(texts(page).includes("196 MB"))
        tap(page, "Remove 143 photo(s) that are at the centre")
        compare(page.storage.removals, 0)
        tap(T.Overlay.overlay, "Remove them here")
        compare(page.storage.removals, 1)
        page.storage.removed("143 photos went.")
        page.storage.removable = 0
        waitForRendering(page)
        verify(texts(page).includes("143 photos went."))
        verify(!named(page, "No photo may go at the moment").enabled)
    }

    function test_sizesAreRoundedUpSoThatNothingIsZero() {
        compare(Words.bytes(1), "1 KB")
        compare(Words.bytes(3.25 * 1048576), "3.3 MB")
        compare(Words.bytes(196 * 1048576), "196 MB")
        compare(Words.bytes(11.4 * 1073741824), "11 GB")
    }

    function test_aLookIsOneTapAndItsResultIsSaid() {
        const page = createTemporaryObject(diagnosticsPage, test)
        waitForRendering(page)
        verify(texts(page).includes("No faults are known."))
        tap(page, "Look through everything")
        compare(Array.from(page.diagnostics.calls).join(), "check")
        page.diagnostics.checking = true
        waitForRendering(page)
        verify(!named(page, "Looking…").enabled)
        page.diagnostics.checking = false
        page.diagnostics.checked = "Everything is whole."
        waitForRendering(page)
        verify(texts(page).includes("Everything is whole."))
    }

    function test_aSlipIsPrintedWhereThereIsAPrinterAndSavedWhereThereIsNone() {
        const page = createTemporaryObject(slipPage, test)
        waitForRendering(page)
        verify(!named(page, "Print"))
        verify(texts(page).includes("No printer is set up"))
        page.slip.printers = ["Office"]
        waitForRendering(page)
        verify(!texts(page).includes("No printer is set up"))
        tap(page, "Print")
        page.slip.printers = ["Office", "Hall"]
        waitForRendering(page)
        tap(page, "Print")
        tap(T.Overlay.overlay, "Hall")
        page.slip.savedFile = "Documents/a.pdf"
        waitForRendering(page)
        tap(page, "Show the folder")
        compare(Array.from(page.slip.calls).join(), "print Office,print Hall,openFolder")
    }
}
