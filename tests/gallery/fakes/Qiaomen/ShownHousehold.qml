// SPDX-License-Identifier: Apache-2.0
//
// Stands in for the type of this name in mobile/: the same properties, to be set by a story.
import QtQml

QtObject {
    property bool ready: true
    property string problem
    property string householdId: "household"
    property string headName
    property string number
    property string address
    property string dwellingUse
    property string registerKind
    property list<string> tags
    property string phoneMasked
    property string contactWay
    property string quietHours
    property bool quietNow: false
    property string doNotAsk
    property string note
    property real nextVisit: 0
    property real movedOut: 0
    property int freshness: 3
    property real lastHeardAt: 0
    property real lastVisitAt: 0
    property string lastOutcome
    property string lastVisitBy
    property int visitCount: 0
    property int openNeeds: 0
    property int openHazards: 0
    property int openConflicts: 0
    property int openDuplicates: 0
    property list<string> merged
    property string cardHeld
    property string cardNewest
    property bool cardDue: false
    property AnchorsModel anchors: AnchorsModel {}
    property AskedModel asked: AskedModel {}
    property MembersModel members: MembersModel {}
    property TimelineModel timeline: TimelineModel {}
    property ItemsModel needs: ItemsModel {}
    property ItemsModel hazards: ItemsModel {}
    property OrdersModel orders: OrdersModel {}
    property int openOrders: 0
    property LooksModel looks: LooksModel {}

    function undoMerge(at: int) {
    }
}
