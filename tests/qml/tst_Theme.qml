// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Qiaomen.Ui

// A person with weak eyes reads every word in every look: 4.5:1 for text (3:1 for marks and borders), 18 and 60 in elder mode.
TestCase {
    name: "Theme"

    function cleanup() {
        Theme.dark = false
        Theme.elder = false
        Theme.practising = false
    }

    function luminance(colour: color): real {
        const part = value => value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4)
        return 0.2126 * part(colour.r) + 0.7152 * part(colour.g) + 0.0722 * part(colour.b)
    }

    function contrast(one: color, other: color): real {
        const a = luminance(one), b = luminance(other)
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
    }

    function looks() {
        return [{ tag: "light" }, { tag: "dark", dark: true }, { tag: "elder", elder: true }, { tag: "dark elder", dark: true, elder: true },
            { tag: "practice", practice: true }, { tag: "dark practice", dark: true, practice: true }]
    }

    function wear(look) {
        Theme.dark = look.dark === true
        Theme.elder = look.elder === true
        Theme.practising = look.practice === true
    }

    function test_textCanBeReadOnEverySurface_data() { return looks() }
    function test_textCanBeReadOnEverySurface(look) {
        wear(look)
        const surfaces = ["surface", "surfaceContainerLow", "surfaceContainer", "surfaceContainerHigh"]
        const inks = ["surfaceInk", "mutedInk"]
        for (const surface of surfaces)
            for (const ink of inks)
                verify(contrast(Theme[ink], Theme[surface]) >= 4.5, ink + " on " + surface + ": " + contrast(Theme[ink], Theme[surface]))
    }

    function test_textCanBeReadOnEveryContainer_data() { return looks() }
    function test_textCanBeReadOnEveryContainer(look) {
        wear(look)
        for (const role of ["primary", "primaryContainer", "secondaryContainer", "accent", "accentContainer", "error", "errorContainer",
                            "warningContainer", "successContainer", "infoContainer", "neutralContainer", "inverseSurface"])
            verify(contrast(Theme[role + "Ink"], Theme[role]) >= 4.5, role + ": " + contrast(Theme[role + "Ink"], Theme[role]))
    }

    function test_colouredWordsCanBeReadOnCardsAndPages_data() { return looks() }
    function test_colouredWordsCanBeReadOnCardsAndPages(look) {
        wear(look)
        for (const role of ["primary", "error", "accent"])
            for (const surface of ["surface", "surfaceContainerLow"])
                verify(contrast(Theme[role], Theme[surface]) >= 4.5, role + " on " + surface + ": " + contrast(Theme[role], Theme[surface]))
        verify(contrast(Theme.inversePrimary, Theme.inverseSurface) >= 4.5, "undo on a snackbar")
    }

    function test_marksAndBordersOfFieldsCanBeSeen_data() { return looks() }
    function test_marksAndBordersOfFieldsCanBeSeen(look) {
        wear(look)
        verify(contrast(Theme.outline, Theme.surfaceContainerLow) >= 3, "border of a field")
        for (let level = Freshness.Fresh; level <= Freshness.Never; ++level)
            verify(contrast(Freshness.ink(level), Freshness.container(level)) >= 3, "mark of freshness " + level)
    }

    function test_theFourFreshnessLevelsDifferWithoutColour() {
        const marks = new Set(), words = new Set()
        for (let level = Freshness.Fresh; level <= Freshness.Never; ++level) {
            marks.add(Freshness.mark(level))
            words.add(Freshness.word(level))
        }
        compare(marks.size, 4)
        compare(words.size, 4)
    }

    function test_thePracticeRoomLooksDifferentAtAGlance() {
        for (const dark of [false, true]) {
            Theme.dark = dark
            const hues = () => [Theme.primary.hslHue, Theme.primaryContainer.hslHue, Theme.secondaryContainer.hslHue]
            const real = hues()
            Theme.practising = true
            const practice = hues()
            Theme.practising = false
            for (let at = 0; at < real.length; ++at)
                verify(Math.abs(practice[at] - real[at]) > 0.15, "role " + at + " has nearly the same hue")
        }
    }

    function test_elderModeIsLarge() {
        verify(Theme.touch >= 48)
        Theme.elder = true
        verify(Theme.touch >= 60)
        for (const style of ["body", "bodySmall", "label", "labelSmall", "caption", "title", "titleSmall"])
            verify(Theme[style].pixelSize >= 18, style)
    }
}
