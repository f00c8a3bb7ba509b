// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import QtTest
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

// From the list of buildings to a household and back, as a worker goes.
TestCase {
    id: test

    name: "Pages"
    width: 360
    height: 780
    visible: true
    when: windowShown

    SignalSpy { id: spy }

    Component {
        id: field

        FieldWorkspace {
            anchors.fill: parent
            current: FieldWorkspace.Doors
            workspace: SampleWorkspace {}
        }
    }

    Component {
        id: doors

        DoorsPage {
            anchors.fill: parent
            doors: SampleDoors { floors: 1250 }
        }
    }

    Component {
        id: conflicts

        ConflictsPage {
            anchors.fill: parent
            conflicts: SampleConflicts {}
            parallels: SampleParallels {}
        }
    }

    Component {
        id: household

        HouseholdPage {
            width: 1200
            height: 1400
            household: SampleHousehold {}
            vocabulary: Samples.vocabulary
        }
    }

    Component {
        id: reveal

        RevealSheet {
            vocabulary: Samples.vocabulary
            reveal: Reveal { subject: "王建国"; fieldLabel: "Identity number"; maskedText: "990***********0012" }
        }
    }

    Component {
        id: places

        PlacesPage {
            anchors.fill: parent
            places: PlacesModel {}
            gridName: "7"
            counted: true
            households: 0
            householdsMet: 0
            openNeeds: 0
            openHazards: 0
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

    function test_aSavedVisitIsUndoneFromTheMessageThatTellsOfIt() {
        const app = createTemporaryObject(field, test), given = app.workspace
        given.openHousehold("h")
        given.beginVisit("h")
        given.visitSaved("Visit saved", "v7")
        waitForRendering(app)
        verify(texts(app).includes("Visit saved"))
        tap(app, "Undo")
        compare(given.undone, "v7")
        verify(texts(app).includes("Visit taken back."))
    }

    function test_anOwnVisitOfTheDayIsTakenBackFromTheHistoryAfterOneQuestion() {
        const page = createTemporaryObject(household, test)
        waitForRendering(page)
        spy.target = page
        spy.signalName = "undoAsked"
        spy.clear()
        tap(page, "Take this back")
        compare(spy.count, 0)
        tap(T.Overlay.overlay, "Take it back")
        compare(spy.count, 1)
        compare(spy.signalArguments[0][0], "1")
    }

    function test_aMaskedNumberIsAskedForAndShownWithAReasonOnly() {
        const sheet = createTemporaryObject(reveal, test)
        sheet.open()
        tryCompare(sheet, "opened", true)
        const words = () => texts(sheet.contentItem)
        verify(words().includes("990***********0012"))
        verify(!named(sheet.contentItem, "Show it").enabled)
        sheet.reveal.reason = "verify"
        verify(named(sheet.contentItem, "Show it").enabled)
        tap(sheet.contentItem, "Show it")
        verify(words().includes(sheet.reveal.clear))
        sheet.close()
        tryCompare(sheet, "opened", false)
        compare(sheet.reveal.text, "")
    }

    function test_aHazardOfTheStairwellIsRecordedFromItsDoors() {
        const app = createTemporaryObject(field, test), given = app.workspace
        given.openPlace(0)
        waitForRendering(app)
        tap(app, "Record a hazard here")
        waitForRendering(app)
        verify(texts(app).includes(given.doors.title))
        given.placeFinding.saved("Hazard saved")
        waitForRendering(app)
        verify(named(app, "Record a hazard here"), "the doors are there again")
    }

    function test_aNeedIsRecordedFromTheHousehold() {
        const app = createTemporaryObject(field, test), given = app.workspace
        given.openHousehold("h")
        waitForRendering(app)
        tap(app, "Record a need")
        waitForRendering(app)
        verify(texts(app).includes("What is needed"))
        given.finding.saved("Need saved")
        waitForRendering(app)
        verify(named(app, "Begin a visit"))
    }

    function test_theWayToAHouseholdAndItsVisit() {
        const app = createTemporaryObject(field, test), given = app.workspace
        waitForRendering(app)
        given.openPlace(0)
        given.openHousehold("h")
        waitForRendering(app)
        verify(texts(app).includes("王建国"))
        given.beginVisit("h")
        waitForRendering(app)
        verify(texts(app).includes("Save the visit"))
        given.visit.saved("Visit saved")
        waitForRendering(app)
        verify(!texts(app).includes("Save the visit"), "the form goes when it is saved")
        verify(texts(app).includes("Begin a visit"), "and the household is there again")
    }

    function test_aPhoneBecomesADesktopAndBack() {
        const app = createTemporaryObject(field, test)
        waitForRendering(app)
        verify(!texts(app).includes("Choose a building"))
        test.width = 1300
        waitForRendering(app)
        verify(texts(app).includes("Choose a building"))
        test.width = 360
        waitForRendering(app)
        verify(!texts(app).includes("Choose a building"))
    }

    function test_fiveThousandDoorsAreAFewItems() {
        const page = createTemporaryObject(doors, test)
        waitForRendering(page)
        compare(page.doors.count, 5000)
        const tiles = texts(page).split("\n").filter(words => /^\d{3,6}$/.test(words)).length
        verify(tiles > 0 && tiles < 200, "items: " + tiles)
    }

    function test_oneTapChoosesBetweenTwoValues() {
        const page = createTemporaryObject(conflicts, test)
        spy.target = null
        spy.signalName = "resolved"
        spy.target = page.conflicts
        spy.clear()
        waitForRendering(page)
        mouseClick(named(page, "Keep this"))
        compare(spy.count, 1)
        compare(spy.signalArguments[0][0], "1")
    }

    function test_numbersThatAreNotKnownYetAreNotZero() {
        const page = createTemporaryObject(places, test, { counted: false, households: 12 })
        waitForRendering(page)
        verify(texts(page).includes("Counting…"))
        verify(!texts(page).includes("of 12 household"))
        page.counted = true
        verify(texts(page).includes("of 12 household"))
    }

    function test_anEmptyGridSaysWhatToDo() {
        const page = createTemporaryObject(places, test)
        waitForRendering(page)
        verify(texts(page).includes("No doors here yet"))
    }
}
