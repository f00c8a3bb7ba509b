// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

// At a door, somebody asks what they need for an allowance: the whole answer, said once.
TestCase {
    id: test

    name: "CataloguePage"
    width: 360
    height: 780
    visible: true
    when: windowShown

    SignalSpy { id: chosen; signalName: "itemChosen" }

    Component {
        id: listPage

        CataloguePage {
            anchors.fill: parent
            catalogue: SampleCatalogue {}
        }
    }

    Component {
        id: itemPage

        CatalogueItemPage {
            anchors.fill: parent
            catalogue: SampleCatalogue {}
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

    function test_aCategoryIsOneTap() {
        const page = createTemporaryObject(listPage, test)
        waitForRendering(page)
        mouseClick(named(page, "民政救助"))
        compare(page.catalogue.category, "relief")
        mouseClick(named(page, "All"))
        compare(page.catalogue.category, "")
        verify(texts(page).includes("高龄津贴申请"))
        verify(texts(page).includes("虚构"), "the page says whose list it is")
    }

    function test_whatIsNotCertifiedNamesWhoCanHelp() {
        const page = createTemporaryObject(listPage, test)
        page.refusing = true
        waitForRendering(page)
        verify(texts(page).includes("无犯罪记录证明"))
        verify(texts(page).includes("Who can help: 公安机关"))
        verify(!texts(page).includes("高龄津贴申请"))
    }

    function test_thePapersInHandShortenTheListOfWhatIsMissing() {
        const page = createTemporaryObject(itemPage, test)
        waitForRendering(page)
        verify(texts(page).includes("• 本人银行卡或社保卡\n• 近期一寸免冠照片"))
        mouseClick(named(page, "本人银行卡或社保卡"))
        waitForRendering(page)
        verify(!texts(page).includes("• 本人银行卡"))
        mouseClick(named(page, "近期一寸免冠照片"))
        waitForRendering(page)
        verify(texts(page).includes("Everything is there"))
    }

    function test_theCatalogueLiesOverTheDayAndGoesAgain() {
        const app = createTemporaryObject(workspace, test)
        waitForRendering(app)
        mouseClick(named(app, "Catalogue"))
        waitForRendering(app)
        verify(app.catalogueOpen)
        app.workspace.openHousehold("h")
        waitForRendering(app)
        verify(!app.catalogueOpen)
    }
}
