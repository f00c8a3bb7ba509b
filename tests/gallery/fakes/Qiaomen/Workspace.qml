// SPDX-License-Identifier: Apache-2.0
//
// Stands in for the type of this name in mobile/: the same properties, to be set by a story.
import QtQml
import Qiaomen

QtObject {
    enum Page { TodayPage, DoorsPage, SearchPage, SyncPage, SettingsPage, CarrierPage, StoragePage, DiagnosticsPage }

    property bool enrolled: true
    property string worker
    property string server
    property string deviceId
    property GridsModel grids: GridsModel {}
    property string currentGrid
    property string currentGridName
    property Vocabulary vocabulary
    property Settings settings: Settings {}
    property TodayModel today: TodayModel {}
    property PlacesModel places: PlacesModel {}
    property DoorsModel doors: DoorsModel {}
    property SketchMapModel map: SketchMapModel { empty: true }
    property ShownHousehold household: ShownHousehold {}
    property CatalogueModel catalogue: CatalogueModel {}
    property SearchModel search: SearchModel {}
    property SyncController sync: SyncController {}
    property AttachmentController attachments: AttachmentController {}
    property CarrierController carrier: CarrierController {}
    property StorageModel storage: StorageModel {}
    property Diagnostics diagnostics: Diagnostics {}
    property ShownPhotos photos: ShownPhotos {}
    property ShownOrder order: ShownOrder {}
    property ShownHazard hazard: ShownHazard {}
    property ShownSlip slip: ShownSlip {}
    property DoorOrderForm orderForm: DoorOrderForm {}
    property OrderStepForm orderStep: OrderStepForm {}
    property HazardStepForm hazardStep: HazardStepForm {}
    property OutboxModel outbox: OutboxModel {}
    property ReceiptsModel receipts: ReceiptsModel {}
    property RescueModel rescued: RescueModel {}
    property ConflictsModel conflicts: ConflictsModel {}
    property ParallelsModel parallels: ParallelsModel {}
    property DuplicatesModel duplicates: DuplicatesModel {}
    property LateModel late: LateModel {}
    property TakeOut takeOut: TakeOut {}
    property ImportForm visitImport: ImportForm {}
    property string scopeNews
    property string leavingGrid
    property bool acknowledged: false
    property bool handedOver: false
    property VisitForm visit: VisitForm {}
    property HouseholdForm householdForm: HouseholdForm {}
    property FindingForm finding: FindingForm { need: NeedForm {} }
    property FindingForm placeFinding: FindingForm { householdId: ""; hazard: HazardForm {} }
    property Reveal reveal: Reveal {}
    property string undone
    property MoveForm move: MoveForm {}
    property AnchorForm anchor: AnchorForm {}
    property string quick
    property int undoneActs: 0
    property bool counted: false
    property int households: 0
    property int residents: 0
    property int householdsMet: 0
    property int visits: 0
    property int openNeeds: 0
    property int openHazards: 0
    signal scopeChanged
    signal gridLeaves
    signal pageOpened(int page)
    signal placeOpened
    signal householdOpened(string householdId)
    signal photosOpened(string hazardId)
    signal visitBegun(VisitForm form)
    signal householdEdited(HouseholdForm form)
    signal findingBegun(FindingForm form)
    signal findingSaved(string summary)
    signal orderOpened(string orderId)
    signal orderBegun(DoorOrderForm form)
    signal orderStepBegun(OrderStepForm form)
    signal hazardOpened(string hazardId)
    signal hazardStepBegun(HazardStepForm form)
    signal slipOpened
    signal takeOutOpened
    signal importOpened
    signal stepSaved(string summary)
    signal moveBegun(MoveForm form)
    signal anchorEdited(AnchorForm form)
    signal actSaved(string summary)
    signal actUndone(string summary)
    signal revealBegun(Reveal reveal)
    signal failed(string problem)
    signal visitSaved(string summary, string visitId)
    signal visitUndone(string summary)

    function acknowledgeScope() {
        acknowledged = true
        scopeNews = ""
    }

    function handOverDrafts() {
        handedOver = true
        leavingGrid = ""
    }

    function openPlace(row: int) {
        placeOpened()
    }

    function openHousehold(householdId: string) {
        householdOpened(householdId)
    }

    function openPhotos(hazardId: string) {
        photosOpened(hazardId)
    }

    function beginVisit(householdId: string) {
        visitBegun(visit)
    }

    function editHousehold(householdId: string) {
        householdEdited(householdForm)
    }

    function beginNeed(householdId: string) {
        findingBegun(finding)
    }

    function beginHazard(householdId: string) {
        findingBegun(finding)
    }

    function beginHazardAt(place: string) {
        placeFinding.address = place
        findingBegun(placeFinding)
    }

    function openOrder(orderId: string) {
        orderOpened(orderId)
    }

    function beginOrder(householdId: string) {
        orderBegun(orderForm)
    }

    function beginOrderStep(orderId: string, act: string) {
        orderStep.act = act
        orderStepBegun(orderStep)
    }

    function openHazard(hazardId: string) {
        hazardOpened(hazardId)
    }

    function beginHazardStep(hazardId: string, act: string) {
        hazardStep.act = act
        hazardStepBegun(hazardStep)
    }

    function openContactCard() {
        slipOpened()
    }

    function openTakeOut() {
        takeOutOpened()
    }

    function openImport() {
        importOpened()
    }

    function beginReveal(collection: string, recordId: string, field: string) {
        reveal.subject = collection + " " + recordId
        reveal.fieldLabel = field
        revealBegun(reveal)
    }

    function beginMove(householdId: string, kind: int) {
        move.kind = kind
        moveBegun(move)
    }

    function beginMoveIn(dwellingId: string) {
        move.kind = MoveForm.In
        move.householdId = ""
        moveBegun(move)
    }

    function editAnchor(householdId: string, anchorId: string) {
        anchorEdited(anchor)
    }

    function noteNotHome(householdId: string, cardLeft: bool) {
        quick = householdId + (cardLeft ? " card" : "")
        visitSaved("Saved: not home", "quick")
    }

    function undoMove(moveId: string) {
        undone = moveId
        actUndone("Move taken back.")
    }

    function undoAct() {
        undoneActs += 1
        actUndone("Taken back.")
    }

    function undoVisit(visitId: string) {
        undone = visitId
        visitUndone("Visit taken back.")
    }

    function flush() {
    }
}
