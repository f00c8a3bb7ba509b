// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

// The practice room looks like nothing else, has no way to a centre, and one finds out of it.
TestCase {
    id: test

    name: "Practice"
    width: 360
    height: 780
    visible: true
    when: windowShown

    SignalSpy { id: spy }

    Component {
        id: field

        FieldWorkspace {
            anchors.fill: parent
            current: FieldWorkspace.Practice
            room: PracticeRoom { open: true; tasks: SamplePractice {} }
            workspace: SampleWorkspace { sync: null; attachments: null; carrier: null; diagnostics: null }
        }
    }

    Component {
        id: realField

        FieldWorkspace {
            anchors.fill: parent
            current: FieldWorkspace.Settings
            room: PracticeRoom {}
            workspace: SampleWorkspace {}
        }
    }

    Component {
        id: bandComponent

        PracticeBand {
            width: 360
        }
    }

    Component {
        id: enrol

        EnrolPage {
            anchors.fill: parent
            room: PracticeRoom {}
        }
    }

    function initTestCase() {
        Theme.calmMotion = true
    }

    function named(item, words: string) {
        for (let i = 0; i < item.children.length; ++i) {
            const child = item.children[i]
            const found = child.visible && (child.text === words || child.title === words) && child.clicked !== undefined ? child : named(child, words)
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

    function calls(app): string {
        return Array.from(app.room.calls).join(",")
    }

    function test_thereIsNoSyncAndNoSafetyMeterToPractiseWith() {
        const app = createTemporaryObject(field, test)
        waitForRendering(app)
        verify(named(app, "Practice"))
        verify(!named(app, "Sync"))
        verify(!named(app, "Settings"))
        for (const place of [FieldWorkspace.Today, FieldWorkspace.Doors, FieldWorkspace.Search]) {
            app.go(place)
            waitForRendering(app)
            verify(!texts(app).includes("only here"), "place " + place)
        }
    }

    function test_ticksAreShownAndCannotBeTyped() {
        const app = createTemporaryObject(field, test)
        waitForRendering(app)
        verify(texts(app).includes("2 of 6 tried"))
        verify(texts(app).includes("处理一个冲突"))
        verify(!named(app, "处理一个冲突"), "a task is no button")
    }

    function test_oneTapBeginsAnewAndOneLeaves() {
        const app = createTemporaryObject(field, test)
        waitForRendering(app)
        tap(app, "Begin anew")
        tap(app, "Leave practice")
        compare(calls(app), "reset,leave")
    }

    function test_theBandSaysThatNothingIsRealAndLeadsOut() {
        const band = createTemporaryObject(bandComponent, test)
        waitForRendering(band)
        verify(texts(band).includes("nothing here is real"))
        verify(band.Accessible.name.includes("nothing here is real"))
        spy.target = band
        spy.signalName = "leaveAsked"
        spy.clear()
        tap(band, "Leave practice")
        compare(spy.count, 1)
        verify(band.height >= Theme.touch)
    }

    function test_theRoomIsEnteredFromTheSettingsAndBeforeAnEnrolment() {
        const app = createTemporaryObject(realField, test)
        waitForRendering(app)
        verify(named(app, "Sync"))
        tap(app, "Practice")
        compare(calls(app), "enter")
        const page = createTemporaryObject(enrol, test)
        waitForRendering(page)
        tap(page, "Practise meanwhile")
        compare(calls(page), "enter")
        page.room.problem = "The storage of this device is full."
        waitForRendering(page)
        verify(texts(page).includes("The storage of this device is full."))
    }
}
