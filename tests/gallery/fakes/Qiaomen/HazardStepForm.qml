// SPDX-License-Identifier: Apache-2.0
//
// Stands in for the type of this name in mobile/: the same properties, to be set by a story.
import Qiaomen

DraftedForm {
    property string hazardId: "hazard"
    property string act: "notice"
    property string actWord
    property string subject
    property string place
    property bool asksLimit: false
    property bool asksWhom: false
    property real until: 0
    property string toWhom
    property string words
}
