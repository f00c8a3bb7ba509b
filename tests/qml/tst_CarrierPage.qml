// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import QtTest
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

// A stick, and what can be done with it.
TestCase {
    id: test

    name: "CarrierPage"
    width: 360
    height: 780
    visible: true
    when: windowShown

    Component {
        id: pageWithStick

        CarrierPage {
            anchors.fill: parent
            sync: SampleSync {}
            carrier: SampleCarrier {}
        }
    }

    Component {
        id: pageWithout

        CarrierPage {
            anchors.fill: parent
            sync: SampleSync {}
            carrier: CarrierController {}
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
        verify(target.enabled, "cannot be tapped: " + words)
        target.clicked()
    }

    function calls(page): string {
        return Array.from(page.carrier.calls).join(",")
    }

    function test_withoutAStickThereIsOnlyTheChoiceOfOneAndHowItGoes() {
        const page = createTemporaryObject(pageWithout, test)
        waitForRendering(page)
        verify(texts(page).includes("Choose a stick or a folder"))
        verify(texts(page).includes("Somebody takes it there"))
        verify(!named(page, "Write 12 record(s) onto it"))
    }

    function test_eachActIsOneTap() {
        const page = createTemporaryObject(pageWithStick, test)
        waitForRendering(page)
        tap(page, "Write 12 record(s) onto it")
        tap(page, "Take in 1 answer(s)")
        tap(page, "Hand in 2 question(s) of others")
        compare(calls(page), "write,takeIn,carry")
    }

    function test_whileSomethingIsUnderWayNothingElseBegins() {
        const page = createTemporaryObject(pageWithStick, test)
        page.carrier.busy = true
        page.carrier.doing = "Handing in…"
        waitForRendering(page)
        verify(texts(page).includes("Handing in…"))
        for (const words of ["Write 12 record(s) onto it", "Take in 1 answer(s)", "Hand in 2 question(s) of others"])
            verify(!named(page, words).enabled, words)
    }

    function test_handingInNeedsTheNetworkAndSaysSo() {
        const page = createTemporaryObject(pageWithStick, test)
        page.sync.networkOn = false
        waitForRendering(page)
        verify(!named(page, "Hand in 2 question(s) of others").enabled)
        verify(texts(page).includes("switch it on"))
    }

    function test_whatIsOnItsWayIsSaidAndWhatGotLostIsForgottenAfterOneQuestion() {
        const page = createTemporaryObject(pageWithStick, test)
        waitForRendering(page)
        verify(texts(page).includes("57 record(s), no answer yet"))
        tap(page, "Got lost")
        compare(calls(page), "")
        tap(T.Overlay.overlay, "It got lost")
        compare(calls(page), "forget 0")
    }

    function test_aStickThatIsGoneCanBeLookedForAgain() {
        const page = createTemporaryObject(pageWithStick, test)
        page.carrier.folderThere = false
        page.carrier.problem = "The stick is gone."
        waitForRendering(page)
        verify(texts(page).includes("The stick is gone."))
        verify(!named(page, "Write 12 record(s) onto it").enabled)
        tap(page, "Look again")
        compare(calls(page), "look")
    }
}
