// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

// Workbooks: everything out, the office's visits in.
TestCase {
    id: test

    name: "SheetPages"
    width: 360
    height: 780
    visible: true
    when: windowShown

    Component {
        id: app

        FieldWorkspace {
            anchors.fill: parent
            current: FieldWorkspace.Settings
            workspace: SampleWorkspace {}
        }
    }

    Component {
        id: takeOutPage

        TakeOutPage {
            anchors.fill: parent
            takeOut: SampleTakeOut {}
        }
    }

    Component {
        id: importPage

        ImportPage {
            anchors.fill: parent
            form: SampleImport {}
        }
    }

    function make(component, properties) {
        const page = createTemporaryObject(component, test, properties ?? {})
        verify(page)
        waitForRendering(page)
        return page
    }

    function named(item, words: string) {
        for (let i = 0; i < item.children.length; ++i) {
            const child = item.children[i]
            const says = child.visible && child.clicked !== undefined && (child.text === words || child.title === words)
            const found = says ? child : named(child, words)
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

    /// Everything of that kind that is seen, from the top.
    function all(item, words: string) {
        const found = []
        for (let i = 0; i < item.children.length; ++i) {
            const child = item.children[i]
            if (child.visible && child.clicked !== undefined && child.text === words)
                found.push(child)
            else if (child.visible)
                found.push(...all(child, words))
        }
        return found
    }

    function test_both_pages_are_one_tap_from_the_settings() {
        const window = make(app)
        tap(window, "Take out records")
        compare(window.current, FieldWorkspace.Doors)
        tryVerify(() => named(window, "Save as a workbook"))
        window.go(FieldWorkspace.Settings)
        waitForRendering(window)
        tap(window, "Bring in visits")
        tryVerify(() => named(window, "Choose a workbook"))
    }

    function test_a_period_is_chosen() {
        const page = make(takeOutPage)
        const choice = all(page, "").concat(all(page, "Last month")).find(one => one.label === "Last month" || one.text === "Last month")
        verify(choice)
        choice.clicked()
        compare(page.takeOut.period, TakeOut.LastMonth)
    }

    function test_while_it_is_written_it_can_be_called_off_and_nothing_else_begun() {
        const page = make(takeOutPage)
        page.takeOut.running = true
        page.takeOut.progress = 0.4
        waitForRendering(page)
        verify(!named(page, "Save as a workbook"))
        tap(page, "Cancel")
        compare(page.takeOut.calls.join(), "cancel")
    }

    function test_once_saved_it_is_opened_or_its_folder_is() {
        const page = make(takeOutPage)
        page.takeOut.savedFile = "/x/y.xlsx"
        waitForRendering(page)
        tap(page, "Open")
        tap(page, "Show folder")
        compare(page.takeOut.calls.join(), "open,openFolder")
        page.takeOut.failed("No program here shows such files.")
        tryVerify(() => page.footHeight > 0)
    }

    function test_a_row_is_chosen_for_left_out_or_kept() {
        const page = make(importPage)
        tap(page, "Leave out")
        compare(page.form.calls[0], "setSkipped 0 true")
        tap(page, "Keep as a note")
        compare(page.form.calls[1], "setKept 1 true")
        tap(page, "Choose a household")
        compare(page.form.calls[2], "beginPlacing 1")
        compare(page.form.placing, "row 1")
    }

    function test_what_is_there_already_and_what_cannot_be_read_offers_nothing() {
        const page = make(importPage)
        page.form.rows.rows = page.form.rows.rows.slice(5, 7)
        waitForRendering(page)
        for (const words of ["Leave out", "Keep as a note", "Choose a household", "Another household"])
            verify(!named(page, words), words)
    }

    function test_groups_filter_the_rows_and_empty_ones_are_not_offered() {
        const page = make(importPage)
        tap(page, "Not found")
        compare(page.form.rows.group, ImportRowsModel.NotFound)
        tap(page, "Keep all as notes")
        compare(page.form.calls[0], "keepAll true")
        page.form.rows.unreadable = 0
        waitForRendering(page)
        verify(!named(page, "Not readable"))
    }

    function test_saving_and_taking_back_are_asked_of_the_form() {
        const page = make(importPage)
        tap(page, "Save")
        compare(page.form.calls.join(), "save")
        page.form.rows.visitsToSave = 0
        page.form.rows.notesToSave = 0
        verify(!named(page, "Save").enabled)
        page.form.stage = ImportForm.Done
        page.form.undoable = true
        waitForRendering(page)
        tap(page, "Another file")
        compare(page.form.calls[1], "leave")
    }

    function test_rows_of_earlier_imports_are_offered_where_there_are_some() {
        const page = make(importPage, { form: importStart.createObject(test) })
        verify(!named(page, "2 row(s) without a household"))
        page.form.openNotes = 2
        waitForRendering(page)
        tap(page, "2 row(s) without a household")
        compare(page.form.calls.join(), "readNotes")
    }

    Component {
        id: importStart

        ImportForm {}
    }

    function test_every_act_is_large_enough_for_a_thumb() {
        const page = make(importPage)
        for (const words of ["Leave out", "Keep as a note", "Choose a household", "Save", "Cancel"]) {
            for (const target of all(page, words))
                verify(target.height >= Theme.touch, words)
        }
    }
}
