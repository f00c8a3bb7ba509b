// SPDX-License-Identifier: Apache-2.0
//
// Stands in for the type of this name in mobile/: the same properties, to be set by a story.
import Qiaomen.Gallery

FakeList {
    property bool loading: false
    property string query
    property string category
    property list<string> categoryCodes
    property list<string> categoryNames
    property string about
    property string version: "2026-2"
    property list<string> notIssued
    property list<string> notIssuedWhy
    property list<string> notIssuedRefer
    property string itemCode
    property string itemName
    property string itemCategory
    property string promise
    property string promiseExplained
    property list<string> publicityLabels
    property list<string> publicities
    property string proxy
    property list<string> materials
    property list<string> inHand
    property list<string> missing
    property list<string> steps
    property list<string> stepsWho
    property list<string> stepCards

    function load() {
    }

    function open(code: string) {
        itemCode = code
    }

    function toggleInHand(row: int) {
        const hand = [], gone = []
        for (let i = 0; i < materials.length; ++i) {
            hand.push((inHand[i] === "1") !== (i === row) ? "1" : "0")
            if (hand[i] === "0")
                gone.push(materials[i])
        }
        inHand = hand
        missing = gone
    }
}
