// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

// Li Min stands at the door of Wang Jianguo.
TestCase {
    id: test

    name: "VisitPage"
    width: 360
    height: 780
    visible: true
    when: windowShown

    property VisitPage page: null
    property VisitForm form: null

    SignalSpy {
        id: finished

        signalName: "finished"
    }

    Component {
        id: visitPage

        VisitPage {
            anchors.fill: parent
            vocabulary: Samples.vocabulary
            form: SampleVisit {}
        }
    }

    function init() {
        Theme.calmMotion = true
        page = createTemporaryObject(visitPage, test)
        form = page.form
        finished.target = page
        finished.clear()
        waitForRendering(page)
    }

    /// What a person could tap: the item that says so to a screen reader.
    function named(item, words: string) {
        for (let i = 0; i < item.children.length; ++i) {
            const child = item.children[i]
            if (child.visible && child.text === words && child.clicked !== undefined)
                return child
            const found = named(child, words)
            if (found)
                return found
        }
        return null
    }

    function tap(words: string) {
        const target = named(page, words)
        verify(target, "nothing to tap says: " + words)
        mouseClick(target)
    }

    function test_aRoutineVisitIsThreeTaps() {
        tap(Samples.vocabulary.word("visit", "outcome", "met"))
        compare(form.outcome, "met")
        waitForRendering(page)
        tap("Nothing has changed")
        verify(form.allConfirmed)
        tap("Save the visit")
        compare(finished.count, 1)
    }

    function test_nothingCanBeSavedBeforeTheOutcomeIsKnown() {
        tap("Save the visit")
        compare(finished.count, 0)
    }

    function test_nobodyMetMeansNobodyConfirmed() {
        tap(Samples.vocabulary.word("visit", "outcome", "not_home"))
        waitForRendering(page)
        compare(named(page, "Nothing has changed"), null)
        tap("Save the visit")
        compare(finished.count, 1)
    }

    function test_aSaveThatFailedIsSaidAndTheFormStays() {
        form.outcome = "not_home"
        form.failed("The phone's memory is full. Nothing was lost.")
        compare(finished.count, 0)
        compare(form.outcome, "not_home")
    }

    function test_aNeedIsWrittenDownAndTakenBack() {
        form.addNeed()
        compare(form.needs.count, 1)
        form.removeNeed(0)
        compare(form.needs.count, 0)
    }

    function test_aRoutineVisitIsThreeTapsWithManyQuestionsToo() {
        form.questions = questions.createObject(form)
        test_aRoutineVisitIsThreeTaps()
        compare(form.questions.done, 0)
    }

    function test_manyQuestionsAreFoldedUntilSomebodyHasTheTime() {
        form.questions = questions.createObject(form)
        form.outcome = "met"
        waitForRendering(page)
        const asked = form.questions.stove.text
        verify(!shows(page, asked))
        const fold = said(page, "6 question(s) to ask")
        verify(fold)
        fold.clicked()
        tryVerify(() => shows(page, asked))
    }

    function test_aFewQuestionsStandOpenAndAreAnsweredOrNot() {
        form.questions = questions.createObject(form)
        form.questions.rows = form.questions.rows.slice(0, 2)
        form.outcome = "met"
        waitForRendering(page)
        verify(shows(page, form.questions.stove.text))
        const coal = said(page, "燃煤炉") ?? said(page, "Coal stove")
        verify(coal)
        coal.clicked()
        compare(form.questions.stove.value, "coal")
        compare(form.questions.stove.response, "answered")
        const declines = all(page, Samples.vocabulary.word("question_answer", "response", "declined"))
        compare(declines.length, 2)
        declines[1].clicked()
        compare(form.questions.alarm.response, "declined")
    }

    function test_whatIsKnownIsShownOnDemandAndAskedAgain() {
        form.questions = questions.createObject(form)
        form.outcome = "met"
        waitForRendering(page)
        verify(!shows(page, form.questions.contact.text))
        said(page, "2 need not be asked").clicked()
        tryVerify(() => shows(page, form.questions.contact.text))
        said(page, "Correct").clicked()
        verify(form.questions.contact.open)
    }

    function test_nobodyMetMeansNobodyAsked() {
        form.questions = questions.createObject(form)
        form.outcome = "not_home"
        waitForRendering(page)
        verify(!said(page, "6 question(s) to ask"))
    }

    Component {
        id: questions

        SampleQuestions {}
    }

    /// What can be clicked and is called so by a screen reader.
    function said(item, words: string) {
        return all(item, words)[0] ?? null
    }
    function all(item, words: string): var {
        let found = []
        for (let i = 0; i < item.children.length; ++i) {
            const child = item.children[i]
            if (!child.visible)
                continue
            if (child.clicked !== undefined && (child.text === words || child.label === words || child.title === words))
                found.push(child)
            else
                found = found.concat(all(child, words))
        }
        return found
    }
    function shows(item, words: string): bool {
        for (let i = 0; i < item.children.length; ++i) {
            const child = item.children[i]
            if (child.visible && (child.text === words || shows(child, words)))
                return true
        }
        return false
    }

    function test_noWordIsWiderThanThePhone_data() {
        return [{ tag: "normal", elder: false }, { tag: "elder", elder: true }]
    }
    function test_noWordIsWiderThanThePhone(look) {
        Theme.elder = look.elder
        form.outcome = "met"
        form.addNeed()
        form.addHazard()
        form.questions = questions.createObject(form)
        form.questions.stove.response = "not_asked"
        waitForRendering(page)
        const wide = outside(page, 0)
        Theme.elder = false
        compare(wide, "")
    }

    /// The first text that reaches beyond the page's right edge.
    function outside(item, depth: int): string {
        for (let i = 0; i < item.children.length; ++i) {
            const child = item.children[i]
            if (!child.visible)
                continue
            if (child.contentWidth !== undefined && child.text !== undefined && child.mapToItem(page, child.contentWidth, 0).x > page.width + 1)
                return child.text
            const found = outside(child, depth + 1)
            if (found)
                return found
        }
        return ""
    }
}
