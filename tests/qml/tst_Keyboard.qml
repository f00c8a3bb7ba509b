// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import QtTest
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

// Somebody at a desk, or whose hands tremble, works with the keys alone.
TestCase {
    id: test

    name: "Keyboard"
    width: 360
    height: 780
    visible: true
    when: windowShown

    Component {
        id: field

        FieldWorkspace {
            anchors.fill: parent
            current: FieldWorkspace.Doors
            workspace: SampleWorkspace {}
        }
    }

    Component {
        id: household

        HouseholdPage {
            anchors.fill: parent
            household: SampleHousehold {}
            vocabulary: Samples.vocabulary
        }
    }

    Component {
        id: doors

        DoorsPage {
            anchors.fill: parent
            doors: SampleDoors {}
        }
    }

    SignalSpy { id: spy }

    function initTestCase() {
        Theme.calmMotion = true
    }

    function focused(): Item {
        return test.Window.activeFocusItem
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

    /// Goes on with Tab until that is reached.
    function tabTo(item, words: string) {
        for (let presses = 0; presses < 80; ++presses) {
            keyClick(Qt.Key_Tab)
            if (focused() && focused().text === words)
                return focused()
        }
        fail("Tab does not come to: " + words)
    }

    function isWithin(item, around): bool {
        for (let at = item; at; at = at.parent)
            if (at === around)
                return true
        return false
    }

    function test_escapeGoesBackFromAPageThatNobodyTouched() {
        const app = createTemporaryObject(field, test), given = app.workspace
        given.openPlace(0)
        given.openHousehold("h")
        waitForRendering(app)
        verify(named(app, "Begin a visit"))
        keyClick(Qt.Key_Escape)
        tryVerify(() => !named(app, "Begin a visit"), 2000, "the household is closed")
    }

    function test_aSheetKeepsTheFocusAndGivesItBack() {
        const page = createTemporaryObject(household, test)
        waitForRendering(page)
        const asked = tabTo(page, "Take this back")
        keyClick(Qt.Key_Space)
        const overlay = T.Overlay.overlay
        tryVerify(() => named(overlay, "Take it back") !== null)
        for (let presses = 0; presses < 7; ++presses) {
            keyClick(Qt.Key_Tab)
            verify(isWithin(focused(), overlay), "Tab left the sheet")
        }
        keyClick(Qt.Key_Escape)
        tryVerify(() => focused() === asked, 2000, "the focus is where it was")
    }

    function test_enterAnswersASheet() {
        const page = createTemporaryObject(household, test)
        waitForRendering(page)
        spy.target = page
        spy.signalName = "undoAsked"
        spy.clear()
        tabTo(page, "Take this back")
        keyClick(Qt.Key_Return)
        tryVerify(() => named(T.Overlay.overlay, "Take it back") !== null)
        tabTo(T.Overlay.overlay, "Take it back")
        keyClick(Qt.Key_Return)
        compare(spy.count, 1)
    }

    function test_whatAFingerHoldsAKeyAsksFor() {
        const page = createTemporaryObject(doors, test)
        waitForRendering(page)
        tabTo(page, "1203")
        keyClick(Qt.Key_Menu)
        tryVerify(() => named(T.Overlay.overlay, "Not home") !== null, 2000, "the quick acts of the door")
    }

    function test_arrowsGoThroughTheFloorsOfAHouse() {
        const page = createTemporaryObject(doors, test)
        waitForRendering(page)
        const start = tabTo(page, "1203"), place = start.mapToItem(page, 0, 0)
        keyClick(Qt.Key_Down)
        verify(focused() !== start)
        compare(focused().mapToItem(page, 0, 0).x, place.x)
        verify(focused().mapToItem(page, 0, 0).y > place.y)
        keyClick(Qt.Key_Up)
        compare(focused(), start)
        keyClick(Qt.Key_Left)
        verify(focused().mapToItem(page, 0, 0).x < place.x)
    }
}
