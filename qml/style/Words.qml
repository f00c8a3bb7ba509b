// SPDX-License-Identifier: Apache-2.0
//
// Moments and durations in the language of the screen. Every layer below carries milliseconds since 1970 (UTC); words are made here, at the edge.
// 0 milliseconds means "never". `now` can be set, so that a test or a screenshot has a fixed today.
pragma Singleton

import QtQml
import QtQuick

QtObject {
    id: words

    property string language: "zh_CN"
    /// Milliseconds since 1970, or 0 for the machine's own clock.
    property real fixedNow: 0
    readonly property real dayLength: 86400000

    function locale() {
        return Qt.locale(language)
    }

    function now(): real {
        return fixedNow > 0 ? fixedNow : Date.now()
    }

    /// Whole calendar days from `at` to today; negative in the future.
    function daysSince(at: real): int {
        const then = new Date(at), today = new Date(now())
        return Math.round((new Date(today.getFullYear(), today.getMonth(), today.getDate())
            - new Date(then.getFullYear(), then.getMonth(), then.getDate())) / dayLength)
    }

    /// "today", "yesterday", "21 Nov", "21 Nov 2025".
    function day(at: real): string {
        if (at <= 0)
            return qsTr("never")
        const days = daysSince(at)
        if (days === 0)
            return qsTr("today")
        if (days === 1)
            return qsTr("yesterday")
        if (days === -1)
            return qsTr("tomorrow")
        const sameYear = new Date(at).getFullYear() === new Date(now()).getFullYear()
        return new Date(at).toLocaleDateString(locale(), sameYear ? qsTr("d MMM", "date format, this year") : qsTr("d MMM yyyy", "date format, with year"))
    }

    /// "today 09:12".
    function moment(at: real): string {
        if (at <= 0)
            return qsTr("never")
        return qsTr("%1 %2", "day, time").arg(day(at)).arg(time(at))
    }

    /// "12 MB".
    function bytes(count: real): string {
        const unit = count < 1048576 ? 0 : count < 1073741824 ? 1 : 2
        const amount = count / [1024, 1048576, 1073741824][unit]
        const digits = unit > 0 && amount < 10 ? 1 : 0
        return Number(unit > 0 ? amount : Math.ceil(amount)).toLocaleString(locale(), "f", digits) + " " + ["KB", "MB", "GB"][unit]
    }

    function time(at: real): string {
        return new Date(at).toLocaleTimeString(locale(), "HH:mm")
    }

    /// That day, at the hour and minute of another moment.
    function atTimeOf(day: real, moment: real): real {
        const at = new Date(day), time = new Date(moment)
        at.setHours(time.getHours(), time.getMinutes(), time.getSeconds(), time.getMilliseconds())
        return at.getTime()
    }

    /// A date in full with its weekday, for something agreed on.
    function fullDay(at: real): string {
        return new Date(at).toLocaleDateString(locale(), qsTr("ddd d MMM yyyy", "date format, in full"))
    }

    /// The same of this very day or week, where nobody needs to be told the year.
    function weekday(at: real): string {
        return new Date(at).toLocaleDateString(locale(), qsTr("ddd d MMM", "date format, with weekday"))
    }

    /// How long ago, in the largest unit that says enough: "12 days ago", "5 months ago".
    function ago(at: real): string {
        if (at <= 0)
            return qsTr("never")
        const days = daysSince(at)
        if (days < 2)
            return day(at)
        if (days < 60)
            return qsTr("%n day(s) ago", "", days)
        return qsTr("%n month(s) ago", "", Math.floor(days / 30))
    }

    /// Several words or half-sentences as one for a screen reader; empty ones are left out.
    function joined(parts): string {
        return parts.filter(part => part !== "").join(qsTr(", ", "between parts of a sentence"))
    }

    /// A list, one line each.
    function bulleted(parts): string {
        return parts.map(part => "• " + part).join("\n")
    }

    /// The same for a line on the screen. A number stays on the line of what it counts.
    function dotted(parts): string {
        return parts.filter(part => part !== "").join(qsTr(" · ", "between short facts on one line")).replace(/(\d) (?=[^·])/g, "$1\u00a0")
    }

    /// As far as somebody walks: tens of metres, then tenths of kilometres. Empty for -1.
    function distance(metres: real): string {
        if (metres < 0)
            return ""
        return metres < 995 ? qsTr("%1 m").arg(Math.round(metres / 10) * 10) : qsTr("%1 km").arg((metres / 1000).toFixed(1))
    }
}
