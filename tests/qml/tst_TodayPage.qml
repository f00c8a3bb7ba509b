// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

// The first page of a day: from why a door is on the list to its visit, its page, or another day.
TestCase {
    id: test

    name: "TodayPage"
    width: 360
    height: 780
    visible: true
    when: windowShown

    SignalSpy { id: visits; signalName: "visitAsked" }
    SignalSpy { id: chosen; signalName: "householdChosen" }
    SignalSpy { id: doors; signalName: "doorsAsked" }
    SignalSpy { id: orders; signalName: "orderChosen" }
    SignalSpy { id: hazards; signalName: "hazardChosen" }

    Component {
        id: todayPage

        TodayPage {
            anchors.fill: parent
            vocabulary: Samples.vocabulary
            today: SampleToday {}
        }
    }

    Component {
        id: donePage

        TodayPage {
            anchors.fill: parent
            vocabulary: Samples.vocabulary
            today: TodayModel { roundWaiting: 37 }
        }
    }

    Component {
        id: workspace

        FieldWorkspace {
            anchors.fill: parent
            workspace: SampleWorkspace {}
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

    function rowOf(page, head: string) {
        const find = item => {
            for (let i = 0; i < item.children.length; ++i) {
                const child = item.children[i]
                if (child.headName === head && child.visitAsked !== undefined)
                    return child
                const found = find(child)
                if (found)
                    return found
            }
            return null
        }
        return find(page)
    }

    function made(component) {
        const page = createTemporaryObject(component, test)
        for (const spy of [visits, chosen, doors, orders, hazards])
            spy.target = page
        for (const spy of [visits, chosen, doors, orders, hazards])
            spy.clear()
        waitForRendering(page)
        return page
    }

    function test_everyRowSaysWhyItIsThere() {
        const page = made(todayPage), words = texts(page)
        verify(words.includes("At once"))
        verify(words.includes("Due today"))
        verify(words.includes("每 7 天一次；上次见面 11月13日。"))
        verify(words.includes("Also behind this door"))
        verify(words.includes("2 day(s) late") || words.includes("2 days late"))
    }

    function test_oneTapBeginsAVisitAndOneOpensTheHousehold() {
        const page = made(todayPage)
        const row = rowOf(page, "王建国")
        mouseClick(named(row, "Visit"))
        compare(visits.count, 1)
        compare(visits.signalArguments[0][0], "h")
        mouseClick(row, 100, 20)
        compare(chosen.count, 1)
    }

    function test_aSpentBudgetAsksWhyBeforeTheVisit() {
        const page = made(todayPage)
        page.beginVisit("2", true)
        compare(visits.count, 0, "the reason comes first")
        page.today.noteReason("2", "urgent", "")
        compare(visits.count, 1)
    }

    function test_aMajorHazardInTheStreetOpensItsPageAndIsNotPutOff() {
        const page = made(todayPage)
        const row = rowOf(page, "")
        verify(row !== null)
        compare(named(row, "Put off"), null)
        compare(named(row, "Visit"), null)
        mouseClick(row, 100, 20)
        compare(chosen.count, 0)
        compare(hazards.signalArguments[0][0], "hazard1")
    }

    function test_anOrderOpensItself() {
        const page = made(todayPage)
        page.open("order", "order1", "o")
        compare(orders.signalArguments[0][0], "order1")
        compare(chosen.count, 0)
        page.open("need", "", "h")
        compare(chosen.signalArguments[0][0], "h")
    }

    function test_backLeadsToTodayAgain_data() {
        return [{ tag: "order", open: page => page.orderChosen("order1") }, { tag: "hazard", open: page => page.hazardChosen("hazard1") },
            { tag: "household", open: page => page.householdChosen("h") }, { tag: "visit", open: page => page.visitAsked("h") }]
    }
    function test_backLeadsToTodayAgain(way) {
        const app = createTemporaryObject(workspace, test)
        waitForRendering(app)
        way.open(pageOf(app, "doorsAsked"))
        waitForRendering(app)
        compare(app.current, FieldWorkspace.Doors)
        pageOf(app, "depth", page => page.visible && page.canGoBack).back()
        tryCompare(app, "current", FieldWorkspace.Today)
        app.go(FieldWorkspace.Doors)  // there, the list of buildings is as it was
        compare(app.current, FieldWorkspace.Doors)
    }

    function test_whatIsOpenedBesidesLeadsBackOneStepAtATime() {
        const app = createTemporaryObject(workspace, test)
        waitForRendering(app)
        pageOf(app, "doorsAsked").householdChosen("h")
        waitForRendering(app)
        app.workspace.openOrder("order1")  // from the household's page
        waitForRendering(app)
        pageOf(app, "depth", page => page.visible && page.canGoBack).back()
        waitForRendering(app)
        compare(app.current, FieldWorkspace.Doors, "the household is still open")
    }

    /// The page that has this property and is as asked for; the topmost where several are.
    function pageOf(item, property: string, isWanted) {
        for (let i = item.children.length - 1; i >= 0; --i) {
            const child = item.children[i]
            if (child[property] !== undefined && child.title !== undefined && (!isWanted || isWanted(child)))
                return child
            const found = child.visible ? pageOf(child, property, isWanted) : null
            if (found)
                return found
        }
        return null
    }

    function test_whenAllIsDoneThePageSaysSoAndShowsWhereToGo() {
        const page = made(donePage)
        verify(texts(page).includes("All done for today"))
        mouseClick(named(page, "Show the doors"))
        compare(doors.count, 1)
    }

    function test_theDayBeginsHere() {
        const app = createTemporaryObject(workspace, test)
        waitForRendering(app)
        compare(app.current, FieldWorkspace.Today)
        verify(texts(app).includes("Due today"))
        app.workspace.openHousehold("h")
        waitForRendering(app)
        compare(app.current, FieldWorkspace.Doors)
    }
}
