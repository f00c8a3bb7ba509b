// SPDX-License-Identifier: Apache-2.0
//
// The workspace of those who knock on doors: Today, Doors, Search, Sync, Settings. On a wide window the list of buildings stays beside what is open.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Qiaomen
import Qiaomen.Ui

Item {
    id: field

    enum Place { Today, Doors, Search, Sync, Settings, Practice }

    required property Workspace workspace
    /// Where to practise. Its workspace has no centre: nothing to sync, and the settings are the real ones.
    property PracticeRoom room: null
    readonly property bool practising: workspace.sync === null
    property int current: FieldWorkspace.Today
    readonly property bool twoPanes: shell.wide && current === FieldWorkspace.Doors
    property int openRow: -1
    /// The sheet of the latest look at a number.
    property RevealSheet looking: null
    /// What the snackbar's "Undo" takes back: this visit, or with none the latest move or anchor.
    property string undoableVisit
    /// What the snackbar said about it.
    property string savedSummary
    /// The place from which the open page was chosen, and how deep in the stack of doors it stands: going back from there leads to that
    /// place again. -1: nobody came from elsewhere.
    property int cameFrom: -1
    property int cameAt: -1
    property bool showing: false
    /// The catalogue lies over everything else until it is closed.
    property bool catalogueOpen: false
    /// The grid that the worker was told of as leaving.
    property string leavingShown

    function openCatalogue() {
        catalogueStack.begin()
        catalogueOpen = true
    }

    function go(place: int) {
        catalogueOpen = false
        cameFrom = -1
        if (place === current && place === FieldWorkspace.Doors)
            doorsStack.pop(null)
        current = place
    }

    /// What the workspace opens next was chosen in this place.
    function chosenIn(place: int): Workspace {
        cameFrom = place
        cameAt = -1
        return workspace
    }

    /// The page that was chosen elsewhere is closed.
    function goBack() {
        const place = cameFrom
        cameFrom = -1
        current = place
    }

    /// Shows a page of the stack of doors above those it belongs to: places, doors of one, a household, a form about it.
    function show(depth: int, page: Component, properties) {
        showing = true
        catalogueOpen = false
        current = FieldWorkspace.Doors
        // At once: a form may end with the page that shows it.
        doorsStack.pop(doorsStack.find(item => (item as AppPage).depth < depth), T.StackView.Immediate)
        doorsStack.push(page, properties)
        if (cameFrom >= 0)
            cameAt = cameAt < 0 ? doorsStack.depth : Math.min(cameAt, doorsStack.depth)
        showing = false
    }

    /// Beside the list of buildings the stack begins with a hint; alone it begins with that list.
    function suitFirstPage() {
        const first = doorsStack.depth === 1 ? doorsStack.get(0) as AppPage : null
        if (first && (first.depth === AppPage.Places) === shell.wide)
            doorsStack.replace(first, shell.wide ? hintPage : placesPage, T.StackView.Immediate)
    }

    /// Once for each grid that waits, and until it is read for what came and went.
    function tellScope() {
        leavingShown = workspace.leavingGrid
        if (workspace.scopeNews !== "" || workspace.leavingGrid !== "")
            scopeSheet.open()
    }

    Component.onCompleted: tellScope()

    function openPlace(row: int) {
        openRow = row
        workspace.openPlace(row)
    }

    /// A stack of pages cannot change its first page while it pops.
    Timer {
        id: afterPopping

        interval: 0
        onTriggered: field.suitFirstPage()
    }

    Connections {
        target: field.workspace

        function onGridLeaves() {
            if (field.looking)
                field.looking.destroy()
            doorsStack.pop(null, T.StackView.Immediate)
            const sync = syncPlaces.itemAt(0) as SyncPlace
            sync?.restart()
        }

        function onScopeChanged() {
            if (field.workspace.scopeNews !== "" || field.workspace.leavingGrid !== field.leavingShown)
                field.tellScope()
        }

        function onPageOpened(page: int) {
            field.go(page === Workspace.CarrierPage ? FieldWorkspace.Sync : Math.min(page, FieldWorkspace.Settings))
            const sync = syncPlaces.itemAt(0) as SyncPlace, settings = settingsPlaces.itemAt(0) as SettingsPlace
            if (page === Workspace.CarrierPage)
                sync.openCarrier()
            else if (page === Workspace.StoragePage)
                settings.openStorage()
            else if (page === Workspace.DiagnosticsPage)
                settings.openDiagnostics()
        }

        function onPlaceOpened() {
            field.show(AppPage.Doors, doorsPage, {})
        }

        function onHouseholdOpened() {
            field.show(AppPage.Household, householdPage, {})
        }

        function onPhotosOpened() {
            field.show(AppPage.Form, photosPage, {})
        }

        function onVisitBegun(form: VisitForm) {
            field.show(AppPage.Form, visitPage, { form: form })
        }

        function onHouseholdEdited(form: HouseholdForm) {
            field.show(AppPage.Form, householdFormPage, { form: form })
        }

        function onFindingBegun(form: FindingForm) {
            field.show(form.householdId !== "" ? AppPage.Form : AppPage.Household, findingPage, { form: form })
        }

        function onRevealBegun(reveal: Reveal) {
            if (field.looking)
                field.looking.destroy()  // its number goes with the one who asked for it
            field.looking = revealSheet.createObject(field, { reveal: reveal })
            field.looking.open()
        }

        function onVisitSaved(summary: string, visitId: string) {
            field.undoableVisit = visitId
            field.savedSummary = summary
            snackbar.show(summary, qsTr("Undo"))
        }

        function onVisitUndone(summary: string) {
            snackbar.show(summary, "")
        }

        function onActSaved(summary: string) {
            field.undoableVisit = ""
            snackbar.show(summary, qsTr("Undo"))
        }

        function onActUndone(summary: string) {
            snackbar.show(summary, "")
        }

        function onFindingSaved(summary: string) {
            snackbar.show(summary, "")
        }

        function onFailed(problem: string) {
            snackbar.show(problem, "")
        }
    }

    Connections {
        target: field.workspace.today

        function onStillDue(householdId: string, words: string) {
            // The words of the save stay, and so does the way back.
            snackbar.show(Words.dotted([field.savedSummary, words]), qsTr("Undo"))
        }

        function onFailed(problem: string) {
            snackbar.show(problem, "")
        }
    }

    NavigationShell {
        id: shell

        anchors.fill: parent
        appName: qsTr("Qiaomen")
        gridName: field.workspace.currentGridName
        current: field.current
        barVisible: !field.catalogueOpen && (field.current !== FieldWorkspace.Doors || doorsStack.depth < 3)
        onChosen: index => field.go(index)
        onWideChanged: afterPopping.restart()

        destinations: [
            Destination { label: qsTr("Today"); iconName: "today"; badge: field.workspace.today.due },
            Destination { label: qsTr("Doors"); iconName: "door" },
            Destination { label: qsTr("Search"); iconName: "search" },
            Destination { label: qsTr("Sync"); iconName: "sync"; there: !field.practising; badge: field.practising ? 0 : field.workspace.sync.refusedCount + field.workspace.conflicts.count + field.workspace.late.count },
            Destination { label: qsTr("Settings"); iconName: "settings"; there: !field.practising },
            Destination { label: qsTr("Practice"); iconName: "practice"; there: field.practising }
        ]

        sideFooter: WorkspaceSafety {
            Layout.fillWidth: true
            visible: !field.practising
            workspace: field.workspace
            onClicked: field.go(FieldWorkspace.Sync)
        }

        Item {
            id: side

            width: field.twoPanes ? 372 : 0
            height: parent.height

            // A Repeater of one or none where one expects a Loader: Qt 6.4 cannot load a bound component.
            Repeater {
                model: field.twoPanes ? 1 : 0
                delegate: placesPage
            }
        }

        PageStack {
            id: doorsStack

            anchors.left: side.right
            anchors.right: parent.right
            height: parent.height
            visible: field.current === FieldWorkspace.Doors
            initialItem: placesPage
            onDepthChanged: {
                afterPopping.restart()
                if (!field.showing && field.cameFrom >= 0 && depth < field.cameAt)
                    field.goBack()
            }
        }

        Repeater {
            model: field.current === FieldWorkspace.Today ? 1 : 0
            delegate: todayPage
        }

        Repeater {
            model: field.current === FieldWorkspace.Search ? 1 : 0
            delegate: searchPage
        }

        Repeater {
            id: syncPlaces

            model: field.practising ? 0 : 1

            SyncPlace {
                anchors.fill: parent
                visible: field.current === FieldWorkspace.Sync
                workspace: field.workspace
                onHouseholdChosen: householdId => field.workspace.openHousehold(householdId)
            }
        }

        Repeater {
            id: settingsPlaces

            model: field.current === FieldWorkspace.Settings ? 1 : 0

            SettingsPlace {
                anchors.fill: parent
                workspace: field.workspace
                room: field.room
            }
        }

        // With the tasks it was made for: the room's are gone before it is put away.
        Repeater {
            model: field.current === FieldWorkspace.Practice && field.room?.tasks ? [field.room.tasks] : []

            PracticePage {
                required property PracticeTasks modelData

                anchors.fill: parent
                tasks: modelData
                onResetAsked: field.room.reset()
                onLeaveAsked: field.room.leave()
            }
        }

        CatalogueStack {
            id: catalogueStack

            anchors.fill: parent
            visible: field.catalogueOpen
            catalogue: field.workspace.catalogue
            onClosed: field.catalogueOpen = false
        }

        Snackbar {
            id: snackbar

            onAction: {
                if (field.undoableVisit !== "")
                    field.workspace.undoVisit(field.undoableVisit)
                else
                    field.workspace.undoAct()
            }
            x: side.width + (parent.width - side.width - width) / 2
            width: Math.min(560, parent.width - side.width - 2 * Theme.margin)
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.spaceL + (field.current === FieldWorkspace.Doors ? (doorsStack.currentItem as AppPage)?.footHeight ?? 0 : 0)
        }
    }

    MovePages {
        workspace: field.workspace
        onShown: (depth, page, form) => field.show(depth, page, { form: form })
        onBackedOut: doorsStack.pop()
        onFinished: doorsStack.pop(T.StackView.Immediate)
    }

    ServicePages {
        workspace: field.workspace
        onShown: (depth, page, form) => field.show(depth, page, form ? { form: form } : {})
        onBackedOut: doorsStack.pop()
        onFinished: doorsStack.pop(T.StackView.Immediate)
        onSaid: words => snackbar.show(words, "")
        onItemAsked: form => {
            field.openCatalogue()
            catalogueStack.choosingFor = form
        }
    }

    SheetPages {
        workspace: field.workspace
        onShown: page => field.show(AppPage.Form, page, {})
        onBackedOut: doorsStack.pop()
    }

    ScopeSheet {
        id: scopeSheet

        workspace: field.workspace
    }

    Component {
        id: todayPage

        TodayPage {
            width: parent?.width ?? 0
            height: parent?.height ?? 0
            today: field.workspace.today
            vocabulary: field.workspace.vocabulary
            onHouseholdChosen: householdId => field.chosenIn(FieldWorkspace.Today).openHousehold(householdId)
            onOrderChosen: orderId => field.chosenIn(FieldWorkspace.Today).openOrder(orderId)
            onHazardChosen: hazardId => field.chosenIn(FieldWorkspace.Today).openHazard(hazardId)
            onVisitAsked: householdId => field.chosenIn(FieldWorkspace.Today).beginVisit(householdId)
            onDoorsAsked: field.go(FieldWorkspace.Doors)

            actions: [
                IconAction {
                    iconName: "note"
                    text: qsTr("Catalogue")
                    onClicked: field.openCatalogue()
                },
                WorkspaceSafety {
                    Layout.rightMargin: Theme.spaceM
                    visible: !shell.wide && !field.practising
                    slim: true
                    workspace: field.workspace
                    onClicked: field.go(FieldWorkspace.Sync)
                }
            ]
        }
    }

    Component {
        id: placesPage

        PlacesPage {
            depth: AppPage.Places
            width: parent?.width ?? 0
            height: parent?.height ?? 0
            places: field.workspace.places
            gridName: field.workspace.currentGridName
            counted: field.workspace.counted
            households: field.workspace.households
            householdsMet: field.workspace.householdsMet
            openNeeds: field.workspace.openNeeds
            openHazards: field.workspace.openHazards
            openRow: field.twoPanes ? field.openRow : -1
            onPlaceChosen: row => field.openPlace(row)
            onMapAsked: field.show(AppPage.Doors, mapPage, {})

            actions: WorkspaceSafety {
                Layout.rightMargin: Theme.spaceM
                visible: !shell.wide && !field.practising
                slim: true
                workspace: field.workspace
                onClicked: field.go(FieldWorkspace.Sync)
            }
        }
    }

    Component {
        id: hintPage

        AppPage {
            depth: AppPage.Blank

            EmptyHint {
                anchors.centerIn: parent
                width: parent.width - 2 * Theme.margin
                iconName: "building"
                title: qsTr("Choose a building or a village group")
                supporting: qsTr("Its doors appear here, floor by floor.")
            }
        }
    }

    Component {
        id: doorsPage

        DoorsPage {
            depth: AppPage.Doors
            doors: field.workspace.doors
            canGoBack: !shell.wide
            onBack: doorsStack.pop()
            onHouseholdChosen: householdId => field.workspace.openHousehold(householdId)
            onVisitAsked: householdId => field.workspace.beginVisit(householdId)
            onNeedAsked: householdId => field.workspace.beginNeed(householdId)
            onHazardAsked: householdId => field.workspace.beginHazard(householdId)
            onNotHomeAsked: (householdId, cardLeft) => field.workspace.noteNotHome(householdId, cardLeft)
            onMoveInAsked: placeId => field.workspace.beginMoveIn(placeId)
            onPlaceHazardAsked: place => field.workspace.beginHazardAt(place)
        }
    }

    Component {
        id: revealSheet

        RevealSheet {
            vocabulary: field.workspace.vocabulary
        }
    }

    Component {
        id: findingPage

        FindingPage {
            depth: form.householdId !== "" ? AppPage.Form : AppPage.Household
            vocabulary: field.workspace.vocabulary
            onBack: doorsStack.pop()
            onFinished: doorsStack.pop(T.StackView.Immediate)
        }
    }

    Component {
        id: householdPage

        HouseholdPage {
            depth: AppPage.Household
            household: field.workspace.household
            vocabulary: field.workspace.vocabulary
            canGoBack: true
            onBack: doorsStack.pop()
            onVisitAsked: field.workspace.beginVisit(household.householdId)
            onEditAsked: field.workspace.editHousehold(household.householdId)
            onConflictsAsked: doorsStack.push(conflictsPage)
            onDuplicatesAsked: doorsStack.push(duplicatesPage)
            onNeedAsked: field.workspace.beginNeed(household.householdId)
            onHazardAsked: field.workspace.beginHazard(household.householdId)
            onPhotosAsked: hazardId => field.workspace.openPhotos(hazardId)
            onHazardOpened: hazardId => field.workspace.openHazard(hazardId)
            onOrderAsked: orderId => field.workspace.openOrder(orderId)
            onNewOrderAsked: field.workspace.beginOrder(household.householdId)
            onUndoAsked: visitId => field.workspace.undoVisit(visitId)
            onUndoMoveAsked: moveId => field.workspace.undoMove(moveId)
            onMoveAsked: kind => field.workspace.beginMove(field.workspace.household.householdId, kind)
            onAnchorAsked: anchorId => field.workspace.editAnchor(field.workspace.household.householdId, anchorId)
            onOtherAsked: householdId => field.workspace.openHousehold(householdId)
            onRevealAsked: (collection, recordId, name) => field.workspace.beginReveal(collection, recordId, name)
        }
    }

    Component {
        id: mapPage

        SketchMapPage {
            depth: AppPage.Doors
            map: field.workspace.map
            canGoBack: true
            onBack: doorsStack.pop()
            onHouseholdChosen: householdId => field.workspace.openHousehold(householdId)
            onHazardChosen: hazardId => field.workspace.openPhotos(hazardId)
        }
    }

    Component {
        id: photosPage

        PhotosPage {
            depth: AppPage.Form
            photos: field.workspace.photos
            vocabulary: field.workspace.vocabulary
            onBack: doorsStack.pop()
        }
    }

    Component {
        id: visitPage

        VisitPage {
            depth: AppPage.Form
            vocabulary: field.workspace.vocabulary
            onBack: doorsStack.pop()
            onFinished: doorsStack.pop(T.StackView.Immediate)
        }
    }

    Component {
        id: householdFormPage

        HouseholdFormPage {
            depth: AppPage.Form
            vocabulary: field.workspace.vocabulary
            onBack: doorsStack.pop()
            onFinished: doorsStack.pop(T.StackView.Immediate)
        }
    }

    Component {
        id: conflictsPage

        ConflictsPage {
            depth: AppPage.Form
            conflicts: field.workspace.conflicts
            parallels: field.workspace.parallels
            onBack: doorsStack.pop()
        }
    }

    Component {
        id: duplicatesPage

        DuplicatesPage {
            depth: AppPage.Form
            duplicates: field.workspace.duplicates
            onBack: doorsStack.pop()
        }
    }

    Component {
        id: searchPage

        SearchPage {
            width: parent?.width ?? 0
            height: parent?.height ?? 0
            search: field.workspace.search
            onHouseholdChosen: householdId => field.chosenIn(FieldWorkspace.Search).openHousehold(householdId)
            onOrderChosen: orderId => field.chosenIn(FieldWorkspace.Search).openOrder(orderId)
            onItemChosen: code => {
                field.openCatalogue()
                catalogueStack.showItem(code)
            }
        }
    }
}
