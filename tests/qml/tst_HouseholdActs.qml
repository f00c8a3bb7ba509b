// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import QtTest
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

TestCase {
    id: test

    name: "HouseholdActs"
    width: 360
    height: 900
    visible: true
    when: windowShown

    SignalSpy { id: spy }

    Component {
        id: household

        HouseholdPage {
            anchors.fill: parent
            vocabulary: Samples.vocabulary
            household: SampleHousehold {}
        }
    }

    Component {
        id: field

        FieldWorkspace {
            anchors.fill: parent
            workspace: SampleWorkspace {}
        }
    }

    Component {
        id: moving

        MovePage {
            anchors.fill: parent
            vocabulary: Samples.vocabulary
            form: SampleMove { kind: MoveForm.Split; dirty: true }
        }
    }

    Component {
        id: paper

        AnchorPage {
            anchors.fill: parent
            vocabulary: Samples.vocabulary
            form: AnchorForm { dirty: true; problem: "Choose what it is" }
        }
    }

    Component {
        id: doors

        DoorsPage {
            anchors.fill: parent
            doors: SampleDoors {}
        }
    }

    function initTestCase() {
        Theme.calmMotion = true
    }

    /// Whatever can be clicked and says these words.
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

    function listen(object, name: string) {
        spy.target = null
        spy.signalName = name
        spy.target = object
        spy.clear()
    }

    function test_theHistoryShowsOneKindAtATime() {
        const page = createTemporaryObject(household, test)
        waitForRendering(page)
        tap(page, "Needs")
        compare(page.household.timeline.filter, TimelineModel.Needs)
        tap(page, "By colleagues")
        compare(page.household.timeline.filter, TimelineModel.Colleagues)
        page.household.timeline.rows = []
        page.household.timeline.total = 7
        waitForRendering(page)
    }

    function test_aMoveIsTakenBackAfterOneQuestion() {
        const page = createTemporaryObject(household, test)
        page.household.timeline.rows = page.household.timeline.rows.filter(row => row.kind === TimelineModel.Move)
        waitForRendering(page)
        listen(page, "undoMoveAsked")
        tap(page, "Take this back")
        compare(spy.count, 0)
        tap(T.Overlay.overlay, "Take it back")
        compare(spy.count, 1)
        compare(spy.signalArguments[0][0], "9")
    }

    function test_whoCameAndWhoLeftIsOneSheetAndFourWays_data() {
        return [
            { tag: "in", words: "Somebody moves in", kind: MoveForm.In, title: "Move in" },
            { tag: "out", words: "Somebody moves out", kind: MoveForm.Out, title: "Move out" },
            { tag: "split", words: "Split the household", kind: MoveForm.Split, title: "Split household" },
            { tag: "join", words: "Join another household", kind: MoveForm.Join, title: "Join households" }
        ]
    }

    function test_whoCameAndWhoLeftIsOneSheetAndFourWays(data) {
        const page = createTemporaryObject(household, test)
        waitForRendering(page)
        listen(page, "moveAsked")
        tap(page, "Came or left")
        const row = rowOf(T.Overlay.overlay, data.words)
        verify(row)
        row.clicked()
        compare(spy.signalArguments[0][0], data.kind)
        const form = createTemporaryObject(moving, test)
        form.form.kind = data.kind
        compare(form.title, data.title)
    }

    function rowOf(item, title: string) {
        for (let i = 0; i < item.children.length; ++i) {
            const child = item.children[i]
            const found = child.visible && child.title === title && child.clicked !== undefined ? child : rowOf(child, title)
            if (found)
                return found
        }
        return null
    }

    function test_aFormThatMissesSomethingCannotBeSavedAndSaysWhat() {
        const page = createTemporaryObject(moving, test)
        page.form.problem = "Choose the head"
        waitForRendering(page)
        verify(!named(page, "Save").enabled)
        page.form.problem = ""
        verify(named(page, "Save").enabled)
        tap(page, "Save")
        compare(page.form.asked, ["save"])
        listen(page, "finished")
        page.form.failed("The storage is full.")
        compare(spy.count, 0)
        page.form.saved("Split")
        compare(spy.count, 1)
    }

    function test_peopleAreChosenAndTheNewHeadIsOneOfThem() {
        const page = createTemporaryObject(moving, test)
        waitForRendering(page)
        tap(page, "王建国")
        compare(page.form.asked, ["toggle 1"])
        // 王丽 stands twice: among all, and among those who leave.
        let heads = []
        const collect = item => {
            for (let i = 0; i < item.children.length; ++i) {
                if (item.children[i].text === "王丽" && item.children[i].visible && item.children[i].clicked !== undefined)
                    heads.push(item.children[i])
                collect(item.children[i])
            }
        }
        collect(page)
        compare(heads.length, 2)
        heads[1].clicked()
        compare(page.form.newHead, "3")
    }

    function test_aPaperWithoutAKindCannotBeSaved() {
        const page = createTemporaryObject(paper, test)
        waitForRendering(page)
        verify(!named(page, "Save").enabled)
        page.form.problem = ""
        tap(page, "Save")
        verify(page.form.asked)
    }

    function test_notHomeAndCardLeftAreOneTapEachAfterALongPress_data() {
        return [{ tag: "not home", words: "Not home", card: false }, { tag: "card", words: "Card left", card: true }]
    }

    function test_notHomeAndCardLeftAreOneTapEachAfterALongPress(data) {
        const page = createTemporaryObject(doors, test)
        waitForRendering(page)
        listen(page, "notHomeAsked")
        const door = named(page, "1801")
        verify(door)
        door.pressAndHold()
        tap(T.Overlay.overlay, data.words)
        compare(spy.count, 1)
        compare(spy.signalArguments[0][1], data.card)
    }

    function test_aVacantDoorAsksWhoMovesIn() {
        const page = createTemporaryObject(doors, test)
        page.doors.rows = [page.doors.door(18, 1), Object.assign(page.doors.door(18, 2), { householdId: "", vacant: true })]
        waitForRendering(page)
        listen(page, "moveInAsked")
        tap(page, "1802")
        compare(spy.signalArguments[0][0], "18-2")
    }

    function test_whatWasSavedLastIsTakenBackFromTheMessage() {
        const app = createTemporaryObject(field, test), given = app.workspace
        given.openHousehold("h")
        given.beginMove("h", MoveForm.Out)
        given.actSaved("Moved out")
        waitForRendering(app)
        tap(app, "Undo")
        compare(given.undoneActs, 1)
    }
}
