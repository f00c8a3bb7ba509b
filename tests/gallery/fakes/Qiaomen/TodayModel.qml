// SPDX-License-Identifier: Apache-2.0
//
// Stands in for the type of this name in mobile/: the same properties, to be set by a story.
import Qiaomen.Gallery

FakeList {
    enum Section { Now, Due, Soon, Held }

    property bool loading: false
    property string problem
    property int due: 0
    property int roundWaiting: 0
    property real wakesAt: 0
    /// What a page asked for, for tests to look at.
    property string done
    signal putOffDone(string householdId)
    signal reasonNoted(string householdId)
    signal failed(string problem)
    signal stillDue(string householdId, string words)

    function refresh() {
    }

    function putOff(householdId: string, until: real, reason: string, words: string) {
        done = "putOff " + householdId + " " + reason + " " + words
        putOffDone(householdId)
    }

    function noteReason(householdId: string, reason: string, words: string) {
        done = "reason " + householdId + " " + reason
        reasonNoted(householdId)
    }
}
