// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Qiaomen.Ui

// It is Sunday 22 November 2026, twenty past three in the afternoon.
TestCase {
    name: "Words"

    function init() {
        Words.language = "en"
        Words.fixedNow = new Date(2026, 10, 22, 15, 20).getTime()
    }

    function cleanup() {
        Words.fixedNow = 0
    }

    function test_daysAreNamedAsAPersonNamesThem_data() {
        return [
            { tag: "this morning", at: new Date(2026, 10, 22, 0, 1), says: "today" },
            { tag: "late last night", at: new Date(2026, 10, 21, 23, 59), says: "yesterday" },
            { tag: "tomorrow", at: new Date(2026, 10, 23, 9, 0), says: "tomorrow" },
            { tag: "this year", at: new Date(2026, 8, 2), says: "2 Sep" },
            { tag: "another year", at: new Date(2025, 8, 2), says: "2 Sep 2025" }
        ]
    }
    function test_daysAreNamedAsAPersonNamesThem(data) {
        compare(Words.day(data.at.getTime()), data.says)
    }

    function test_zeroIsNever() {
        compare(Words.day(0), "never")
        compare(Words.ago(0), "never")
        compare(Words.moment(0), "never")
    }

    function test_joinedLeavesOutWhatIsEmpty() {
        compare(Words.joined(["Room 1203", "", "Wang"]), "Room 1203, Wang")
    }

    function test_aNumberStaysOnTheLineOfWhatItCounts() {
        compare(Words.dotted(["6 units", "", "44 households"]), "6\u00a0units · 44\u00a0households")
        compare(Words.dotted(["Unit 3", "Room 1203"]), "Unit 3 · Room 1203")
    }

    function test_theWeekdayNeedsNoYear() {
        compare(Words.weekday(Words.now()), "Sun 22 Nov")
    }
}
