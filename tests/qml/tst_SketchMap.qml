// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import QtTest
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

TestCase {
    id: test

    name: "SketchMap"
    width: 360
    height: 720
    visible: true
    when: windowShown

    SignalSpy { id: spy }

    Component {
        id: sketch

        SketchMapPage {
            anchors.fill: parent
            map: SampleMap {}
        }
    }

    function initTestCase() {
        Theme.calmMotion = true
    }

    function found(item, test) {
        for (let i = 0; i < item.children.length; ++i) {
            const child = item.children[i]
            const one = child.visible && test(child) ? child : found(child, test)
            if (one)
                return one
        }
        return null
    }

    function test_theMapIsReadOnlyWhileSomebodyLooks() {
        const page = sketch.createObject(test), map = page.map
        verify(map.active)
        page.destroy()
        tryVerify(() => !map || !map.active)
    }

    function test_draggingPansAndKeysDoTheSame() {
        const page = createTemporaryObject(sketch, test)
        waitForRendering(page)
        const before = page.map.originX
        mouseDrag(page, 180, 400, 90, 0)
        verify(page.map.originX > before + 40, "dragged from " + before + " to " + page.map.originX)
        const window = found(page, item => item.activeFocusOnTab && item.clip)
        window.forceActiveFocus()
        const dragged = page.map.originX
        keyClick(Qt.Key_Right)
        verify(page.map.originX < dragged)
        keyClick(Qt.Key_Plus)
        compare(page.map.scale, 1.6)
        keyClick(Qt.Key_0)
        compare(page.map.scale, 1)
    }

    function test_aMarkListsWhatIsThereAndOpensIt() {
        const page = createTemporaryObject(sketch, test)
        waitForRendering(page)
        const mark = found(page, item => item.things === 48)
        verify(mark)
        mark.clicked()
        spy.target = page
        spy.signalName = "householdChosen"
        spy.clear()
        const row = found(T.Overlay.overlay, item => item.title === "王建国" && item.clicked !== undefined)
        verify(row)
        row.clicked()
        compare(spy.signalArguments[0][0], "h")
    }

    function test_aBoundaryThatCannotBeDrawnIsSaidAndThingsAreShown() {
        const page = createTemporaryObject(sketch, test)
        page.map.outlineProblem = "The boundary cannot be drawn"
        waitForRendering(page)
        verify(found(page, item => item.text === "The boundary cannot be drawn"))
        verify(found(page, item => item.things === 48))
    }
}
