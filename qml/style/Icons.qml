// SPDX-License-Identifier: Apache-2.0
//
// Which icon stands for a code of shared/domain/codes.h, so that an outcome looks the same on a button and in the history.
pragma Singleton

import QtQml

QtObject {
    function ofOutcome(code: string): string {
        switch (code) {
        case "met": return "person"
        case "not_home": return "clock"
        case "refused": return "refused"
        case "later": return "calendar"
        case "moved": return "moved"
        case "vacant": return "vacant"
        default: return "visit"
        }
    }

    /// Of a rule of the worklist.
    function ofRule(code: string): string {
        switch (code) {
        case "report": return "alert"
        case "order": return "card"
        case "hazard": return "hazard"
        case "need": return "need"
        case "agreed": return "calendar"
        case "again": return "clock"
        case "newcomer": return "family"
        case "care": return "heart"
        case "birthday": return "heart"
        case "card": return "card"
        case "questions": return "help"
        default: return "visit"
        }
    }

    /// Of a step of a door order or a hazard.
    function ofAct(code: string): string {
        switch (code) {
        case "accepted": return "calendar"
        case "collected": return "card"
        case "not_home": return "clock"
        case "cannot": return "note"
        case "delivered": return "receipt"
        case "withdrawn": return "undo"
        case "notice": return "note"
        case "rechecked": return "eye"
        case "extended": return "calendar"
        case "escalated": return "alert"
        case "reopened": return "hazard"
        default: return "check"
        }
    }

    function ofCode(code: string): string {
        switch (code) {
        case "door": return "door"
        case "phone": return "phone"
        case "outside": return "map"
        default: return ofOutcome(code) === "visit" ? "" : ofOutcome(code)
        }
    }
}
