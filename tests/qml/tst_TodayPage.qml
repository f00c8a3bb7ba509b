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
        for (const spy of [visits, chosen, doors])
            spy.target = page
        for (const spy of [visits, chosen, doors])
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

    function test_aMajorHazardInTheStreetOpensNothingAndIsNotPutOff() {
        const page = made(todayPage)
        const row = rowOf(page, "")
        verify(row !== null)
        compare(named(row, "Put off"), null)
        compare(named(row, "Visit"), null)
        mouseClick(row, 100, 20)
        compare(chosen.count, 0)
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
