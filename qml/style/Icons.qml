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

    function ofCode(code: string): string {
        switch (code) {
        case "door": return "door"
        case "phone": return "phone"
        case "outside": return "map"
        default: return ofOutcome(code) === "visit" ? "" : ofOutcome(code)
        }
    }
}
