// SPDX-License-Identifier: Apache-2.0
//
// Stands in for the type of this name in mobile/: the same properties, to be set by a story.
import Qiaomen

DraftedForm {
    property string orderId: "order"
    property string act: "accepted"
    property string actWord
    property string subject
    property string headName
    property bool asksDay: false
    property real agreedOn: 0
    property string promise
    property string agreedPart: "any"
    property list<string> reasons
    property string words
    property string handedTo
    property string companion
    property PaperList papers: null
    property NoticeForm notice: null
    readonly property bool notifies: notice !== null && reasons.indexOf("papers_missing") >= 0

    function toggleReason(code: string) {
        reasons = reasons.indexOf(code) >= 0 ? reasons.filter(one => one !== code) : reasons.concat([code])
    }
}
