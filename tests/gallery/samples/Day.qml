// SPDX-License-Identifier: Apache-2.0
//
// The fixed calendar of all pictures: it is Sunday, 22 November 2026, 15:20.
pragma Singleton

import QtQml
import Qiaomen.Gallery

QtObject {
    readonly property real now: at(22, 15, 20)
    readonly property real today: at(22, 0, 0)

    /// A moment in November 2026; days below 1 lie before it.
    function at(day: int, hour: int, minute: int): real {
        return new Date(2026, 10, day, hour, minute).getTime()
    }

    function say(chinese: string, english: string): string {
        return Samples.chinese ? chinese : english
    }
}
