// SPDX-License-Identifier: Apache-2.0
//
// Stands in for the type of this name in mobile/: the same properties, to be set by a story.
import Qiaomen

DraftedForm {
    property string householdId: "household"
    property string headName
    property string address
    property list<string> peopleIds
    property list<string> peopleNames
    property string kind: "door"
    property string resident
    property string item
    property string what
    property string channel: "visit"
    property real wantedOn: 0
    property string wantedPart: "any"
    property bool entrusted: false
    property string itemName
    property string proxyRule
    property list<string> materials
}
