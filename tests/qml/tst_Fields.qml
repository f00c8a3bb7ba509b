// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Qiaomen
import Qiaomen.Ui

TestCase {
    id: test

    name: "Fields"
    width: 360
    height: 640
    visible: true
    when: windowShown

    SignalSpy { id: spy }

    Component {
        id: outcome

        ChoiceGroup {
            width: 328
            label: "Outcome"
            choices: [Choice { code: "met"; label: "Met" }, Choice { code: "away"; label: "Nobody in" }]
        }
    }

    Component {
        id: remark

        TextAreaField {
            width: 328
            label: "Remark"
        }
    }

    Component {
        id: members

        Stepper {
            width: 328
            label: "Members"
            value: 1
            from: 0
            to: 2
        }
    }

    Component {
        id: agreed

        DateField {
            width: 328
            label: "Agreed day"
            planned: true
        }
    }

    Component {
        id: month

        CalendarSheet {
            title: "Agreed day"
            day: new Date(2026, 9, 8).getTime()
        }
    }

    Component {
        id: meter

        SafetyMeter {
            width: 328
        }
    }

    function watch(item, signalName: string) {
        spy.target = null
        spy.signalName = signalName
        spy.target = item
        spy.clear()
    }

    function test_aTapChoosesAnAnswerAndSaysWhich() {
        const group = createTemporaryObject(outcome, test)
        watch(group, "chosen")
        waitForRendering(group)
        mouseClick(group, group.width * 0.75, group.height - 20)
        compare(spy.count, 1)
        compare(spy.signalArguments[0][0], "away")
    }

    function test_typingIsToldOnceALetterAndSettingIsNotToldAtAll() {
        const field = createTemporaryObject(remark, test)
        watch(field, "edited")
        field.text = "kept draft"
        compare(spy.count, 0)
        mouseClick(field, 40, 50)
        keyClick("x")
        compare(spy.count, 1)
        verify(field.text.includes("x"))
    }

    function test_aStepperStaysInItsRange() {
        const field = createTemporaryObject(members, test)
        field.step(1)
        field.step(1)
        compare(field.value, 2)
        field.step(-9)
        compare(field.value, 0)
    }

    function test_theMeterNeverSaysSafeWhileARecordIsOnlyHere() {
        const item = createTemporaryObject(meter, test, { safeCount: 10, unsentCount: 0, oldestUnsent: 0 })
        verify(!item.waiting)
        item.unsentCount = 1
        verify(item.waiting)
        verify(item.headline.includes("1"))
        verify(!item.headline.includes("safe"))
    }

    function test_everyTargetIsLargeEnough() {
        for (const elder of [false, true]) {
            Theme.elder = elder
            for (const name of ["PrimaryButton", "TonalButton", "OutlineButton", "TextAction", "Chip", "CheckRow", "SwitchRow"]) {
                const item = createTemporaryQmlObject('import Qiaomen.Ui; ' + name + ' { text: "好" }', test)
                verify(item.implicitHeight >= Theme.touch, name)
            }
        }
        Theme.elder = false
    }

    /// The words of everything that is shown below an item.
    function words(item): string {
        let all = ""
        for (let i = 0; i < item.children.length; ++i) {
            const child = item.children[i]
            if (child.visible)
                all += (child.text !== undefined ? child.text + "\n" : "") + words(child)
        }
        return all
    }

    function test_anAgreedDaySaysWhetherPeopleWorkThen() {
        const field = createTemporaryObject(agreed, test)
        field.day = new Date(2026, 9, 1).getTime()
        verify(words(field).includes("国庆节"))
        field.day = new Date(2026, 9, 14).getTime()
        verify(!words(field).includes("国庆节"))
        field.day = new Date(2027, 2, 1).getTime()
        verify(words(field).includes("2027"))
        field.planned = false  // somebody's birthday
        verify(!words(field).includes("not out yet"))
    }

    function test_theCalendarMarksHolidaysAndWorkedWeekends() {
        const sheet = createTemporaryObject(month, test)
        sheet.open()
        tryVerify(() => sheet.opened)
        verify(sheet.hasOff)
        verify(sheet.hasWorked)
        verify(!sheet.provisional)
        sheet.turn(1)
        verify(!sheet.hasOff)
        sheet.turn(2)
        verify(sheet.provisional)
        sheet.close()
    }
}
