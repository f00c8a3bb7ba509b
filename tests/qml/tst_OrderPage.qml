// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

// A door order: asked for, gone on with step by step, its papers and its slips.
TestCase {
    id: test

    name: "OrderPage"
    width: 360
    height: 780
    visible: true
    when: windowShown

    Component {
        id: orderPage

        OrderPage {
            anchors.fill: parent
            order: SampleOrder {}
        }
    }

    Component {
        id: formPage

        OrderFormPage {
            anchors.fill: parent
            vocabulary: Samples.vocabulary
            form: DoorOrderForm {}
        }
    }

    Component {
        id: stepPage

        OrderStepPage {
            anchors.fill: parent
            vocabulary: Samples.vocabulary
            form: OrderStepForm {}
        }
    }

    Component {
        id: papersStep

        OrderStepForm {
            act: "collected"
            asksDay: true
            papers: SamplePapers {}
        }
    }

    Component {
        id: cannotStep

        OrderStepForm {
            act: "cannot"
            notice: NoticeForm { papers: SamplePapers {} }
        }
    }

    Component {
        id: slipPage

        SlipPage {
            anchors.fill: parent
            slip: ShownSlip { title: "Slip"; pages: ["qrc:/samples/slip.svg"] }
        }
    }

    Component {
        id: hazardPage

        HazardPage {
            anchors.fill: parent
            hazard: SampleHazard {}
        }
    }

    Component {
        id: spy

        SignalSpy {
        }
    }

    function initTestCase() {
        Theme.calmMotion = true
        Samples.chinese = false
    }

    function make(component, properties) {
        const page = createTemporaryObject(component, test, properties ?? {})
        verify(page)
        return page
    }

    function heard(target, signalName: string): SignalSpy {
        return createTemporaryObject(spy, test, { target: target, signalName: signalName })
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

    function test_the_likeliest_act_is_the_one_button_and_the_others_are_one_tap_away() {
        const page = make(orderPage)
        const asked = heard(page, "actAsked")
        tap(page, "It is done")
        compare(asked.signalArguments[0][0], "done")
        verify(!named(page, "The resident withdraws it"))
        tap(page, "Something else happened")
        waitForRendering(page)
        tap(page, "The resident withdraws it")
        compare(asked.signalArguments[1][0], "withdrawn")
    }

    function test_giving_papers_back_asks_first() {
        const page = make(orderPage)
        page.act("return")
        compare(page.order.calls.length, 0)
        tap(page, "Give back")
        compare(page.order.calls[0], "return 0")
    }

    function test_slips_are_asked_of_the_order() {
        const page = make(orderPage)
        page.order.missing = ["A paper"]
        page.order.noticeAt = Day.now
        waitForRendering(page)
        tap(page, "Slip")
        tap(page, "Receipt")
        compare(page.order.calls.join(), "notice slip,papers slip")
    }

    function test_an_order_that_is_read_or_broken_offers_nothing_to_do() {
        const page = make(orderPage)
        page.order.ready = false
        verify(!named(page, "It is done"))
        page.order.ready = true
        page.order.acts = []
        page.order.actWords = []
        waitForRendering(page)
        verify(!named(page, "It is done"))
    }

    function test_every_act_can_be_reached_by_touch_and_is_large_enough() {
        const page = make(orderPage)
        tap(page, "Something else happened")
        waitForRendering(page)
        for (const words of page.order.actWords) {
            const button = named(page, words)
            verify(button, words)
            verify(button.height >= Theme.touch, words)
            verify(button.Accessible.name !== "" || button.text !== "", words)
        }
    }

    function test_a_proxy_is_asked_for_trust_and_a_service_at_the_door_is_not() {
        const page = make(formPage)
        const entrusted = Samples.vocabulary.label("door_order", "entrusted")
        verify(!named(page, entrusted))
        page.form.kind = "proxy"
        waitForRendering(page)
        const box = named(page, entrusted)
        verify(box)
        box.checked = true
        box.toggled()
        verify(page.form.entrusted)
    }

    function test_an_item_of_the_catalogue_can_be_let_go() {
        const page = make(formPage)
        page.form.item = "03-01"
        page.form.itemName = "Allowance"
        page.form.materials = ["Identity card"]
        waitForRendering(page)
        tap(page, "Not an item of the catalogue")
        compare(page.form.item, "")
        waitForRendering(page)
        verify(!named(page, "Not an item of the catalogue"))
    }

    function test_what_is_wrong_is_said_at_its_field_once_something_was_typed() {
        const page = make(formPage)
        page.form.problem = "The wished day has passed."
        page.form.problemField = "wantedOn"
        compare(page.problemOf("wantedOn"), "")
        page.form.dirty = true
        compare(page.problemOf("wantedOn"), "The wished day has passed.")
        compare(page.problemOf("what"), "")
        verify(!named(page, "Save").enabled)
    }

    function test_papers_are_ticked_and_more_can_be_named() {
        const page = make(stepPage, { form: papersStep.createObject(test) })
        compare(page.form.papers.ticked, 2)
        tap(page, page.form.papers.rows[2].name)
        compare(page.form.papers.ticked, 3)
        const other = named(page, "Add this paper")
        verify(!other.enabled)
    }

    function test_the_notice_lists_everything_that_is_not_ticked() {
        const page = make(stepPage, { form: cannotStep.createObject(test) })
        verify(!page.form.notifies)
        page.form.toggleReason("papers_missing")
        waitForRendering(page)
        verify(page.form.notifies)
        compare(page.form.notice.papers.missing.length, 2)
        tap(page, page.form.notice.papers.rows[2].name)
        compare(page.form.notice.papers.missing.length, 1)
    }

    function test_saving_ends_the_page() {
        const page = make(stepPage)
        const ended = heard(page, "finished")
        tap(page, "Save")
        compare(ended.count, 1)
    }

    function test_a_slip_is_drawn_on_the_chosen_paper_and_opened_once_saved() {
        const page = make(slipPage)
        verify(!named(page, "Open"))
        page.slip.savedFile = "/somewhere/slip.pdf"
        waitForRendering(page)
        tap(page, "Open")
        compare(page.slip.calls.join(), "open")
        page.slip.failed("The disk is full.")
        waitForRendering(page)
    }

    function test_a_hazard_is_gone_on_with_and_its_notice_made_again() {
        const page = make(hazardPage)
        const asked = heard(page, "actAsked")
        tap(page, "Put right: close it")
        compare(asked.signalArguments[0][0], "closed")
        tap(page, "Notice slip")
        compare(page.hazard.calls.join(), "notice slip")
    }
}
