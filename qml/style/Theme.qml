// SPDX-License-Identifier: Apache-2.0
//
// Every colour, size, type style and duration of the app. A component asks for a role ("primary", "touch", "body"), never for a value,
// so that light, dark and elder mode are decided here and nowhere else.
// Main.qml sets `dark`, `elder` and `calmMotion` from the settings. tests/qml/tst_Theme.qml holds all text pairs to a contrast of 4.5:1.
// The ink of a role is the colour of text on it: primaryInk on primary. (A property named onPrimary would be taken for a signal handler by QML.)
// Lengths are device-independent pixels (dp); durations are milliseconds.
pragma Singleton

import QtQuick

QtObject {
    id: theme

    property bool dark: false
    /// Large text (18 and more), 60 dp targets, stronger secondary text.
    property bool elder: false
    /// No movement: for people whom it disturbs, and for screenshots.
    property bool calmMotion: false
    /// In the practice room everything that is otherwise jade is violet, so that a glance tells where one is. It is said in words, too.
    property bool practising: false
    /// One family with both Chinese and Latin letters, so that the two share a baseline. The system's own fallback serves where it is absent.
    property string fontFamily: "Noto Sans CJK SC"

    // Brand: jade for what the worker does, persimmon for the few things that ask for attention.
    readonly property color primary: practising ? (dark ? "#CDBDFF" : "#5B3FA6") : (dark ? "#86D6C4" : "#0B6B5D")
    readonly property color primaryInk: practising ? (dark ? "#33176B" : "#FFFFFF") : (dark ? "#00382F" : "#FFFFFF")
    readonly property color primaryContainer: practising ? (dark ? "#4A3387" : "#E8DFFF") : (dark ? "#0B4E43" : "#CFEDE4")
    readonly property color primaryContainerInk: practising ? (dark ? "#E9DDFF" : "#26105A") : (dark ? "#B5F2E3" : "#063B33")
    readonly property color secondaryContainer: practising ? (dark ? "#38314A" : "#EBE6F7") : (dark ? "#2C3A36" : "#E1ECE7")
    readonly property color secondaryContainerInk: practising ? (dark ? "#E4DCF8" : "#2C2541") : (dark ? "#D3E5DE" : "#22332D")
    readonly property color accent: dark ? "#FFB68C" : "#AD4A12"
    readonly property color accentInk: dark ? "#4F1F00" : "#FFFFFF"
    readonly property color accentContainer: dark ? "#5A3014" : "#FFE5D6"
    readonly property color accentContainerInk: dark ? "#FFDCC6" : "#5C2604"

    // Surfaces, from the page up to what floats above it.
    readonly property color surface: dark ? "#0F1513" : "#F4F7F5"
    readonly property color surfaceContainerLow: dark ? "#181F1C" : "#FFFFFF"
    readonly property color surfaceContainer: dark ? "#1E2623" : "#EAF0ED"
    readonly property color surfaceContainerHigh: dark ? "#29322F" : "#E0E8E4"
    readonly property color surfaceInk: dark ? "#E2E8E4" : "#161D1A"
    readonly property color mutedInk: elder ? (dark ? "#D3DDD8" : "#37423D") : (dark ? "#B4C1BB" : "#4A5650")
    readonly property color outline: dark ? "#8B9792" : "#6C7872"
    readonly property color outlineVariant: dark ? "#333E3A" : "#DCE4E0"
    readonly property color inverseSurface: dark ? "#E2E8E4" : "#26302C"
    readonly property color inverseSurfaceInk: dark ? "#1B2220" : "#F1F5F3"
    readonly property color inversePrimary: practising ? (dark ? "#5B3FA6" : "#CDBDFF") : (dark ? "#0B6B5D" : "#86D6C4")
    readonly property color scrim: dark ? "#B3000000" : "#73101614"
    readonly property color shadow: dark ? "#000000" : "#0A2620"

    // Meaning. Each has a container and the colour of text on it.
    readonly property color error: dark ? "#FFB4AB" : "#B3261E"
    readonly property color errorInk: dark ? "#5E0A06" : "#FFFFFF"
    readonly property color errorContainer: dark ? "#5C1A16" : "#FCE4E1"
    readonly property color errorContainerInk: dark ? "#FFDAD5" : "#6B120C"
    readonly property color warning: dark ? "#F2C06A" : "#805000"
    readonly property color warningContainer: dark ? "#4A3510" : "#FFEFD2"
    readonly property color warningContainerInk: dark ? "#FFE2AE" : "#553500"
    readonly property color success: dark ? "#8FD89B" : "#1F6B33"
    readonly property color successContainer: dark ? "#1D4427" : "#DCF2DF"
    readonly property color successContainerInk: dark ? "#C4F2CA" : "#0E4A1E"
    readonly property color info: dark ? "#9CCBF2" : "#1E5C88"
    readonly property color infoContainer: dark ? "#1C3D57" : "#DEEDFA"
    readonly property color infoContainerInk: dark ? "#CFE6FA" : "#103F61"
    readonly property color neutralContainer: dark ? "#2B3330" : "#E8ECEA"
    readonly property color neutralContainerInk: dark ? "#C7D1CC" : "#47524D"

    /// What is drawn on a photo, and the edge that lifts it off whatever is below: the same in every look, because it stays in the photo.
    readonly property color marker: "#FFD400"
    readonly property color markerEdge: "#101614"

    // Spacing on a 4 dp grid.
    readonly property int spaceXs: 4
    readonly property int spaceS: 8
    readonly property int spaceM: 12
    readonly property int spaceL: 16
    readonly property int spaceXl: 24
    readonly property int spaceXxl: 32
    /// The margin between a page's content and its edge.
    readonly property int margin: 16
    /// No text column and no form is wider than this, however wide the window.
    readonly property int readableWidth: 720

    readonly property int radiusS: 8
    readonly property int radiusM: 12
    readonly property int radiusL: 16
    readonly property int radiusXl: 28

    /// The least side of anything that is touched.
    readonly property int touch: elder ? 60 : 48
    readonly property int rowHeight: elder ? 76 : 64
    readonly property int barHeight: elder ? 72 : 60
    readonly property int iconS: elder ? 22 : 18
    readonly property int icon: elder ? 28 : 24
    readonly property int iconL: elder ? 48 : 40
    readonly property int hairline: 1
    readonly property int focusWidth: 3

    // Below `compactWidth` a window is a phone; from `wideWidth` on there is room for a labelled side bar.
    readonly property int compactWidth: 640
    readonly property int wideWidth: 1100

    // Type. The family's natural line height is 1.45, above the 1.3 that elder screens need.
    readonly property font display: Qt.font({ family: fontFamily, pixelSize: elder ? 34 : 30, weight: Font.Bold })
    readonly property font headline: Qt.font({ family: fontFamily, pixelSize: elder ? 28 : 24, weight: Font.Bold })
    readonly property font title: Qt.font({ family: fontFamily, pixelSize: elder ? 24 : 19, weight: Font.Bold })
    readonly property font titleSmall: Qt.font({ family: fontFamily, pixelSize: elder ? 21 : 16, weight: Font.Bold })
    readonly property font body: Qt.font({ family: fontFamily, pixelSize: elder ? 20 : 16 })
    readonly property font bodySmall: Qt.font({ family: fontFamily, pixelSize: elder ? 18 : 14 })
    readonly property font label: Qt.font({ family: fontFamily, pixelSize: elder ? 19 : 15, weight: Font.Bold })
    readonly property font labelSmall: Qt.font({ family: fontFamily, pixelSize: elder ? 18 : 13, weight: Font.Bold })
    /// A mark of one character beside a number, of which a legend says what it means.
    readonly property font mark: Qt.font({ family: fontFamily, pixelSize: elder ? 15 : 11, weight: Font.Bold })
    readonly property font caption: Qt.font({ family: fontFamily, pixelSize: elder ? 18 : 13 })

    readonly property int motionFast: calmMotion ? 0 : 120
    readonly property int motion: calmMotion ? 0 : 220

    /// For what no longer holds.
    function struck(base: font): font {
        return Qt.font({ family: base.family, pixelSize: base.pixelSize, weight: base.weight, strikeout: true })
    }

    /// A colour of the same hue with another opacity, for hover and press layers.
    function faded(base: color, opacity: real): color {
        return Qt.rgba(base.r, base.g, base.b, opacity)
    }
}
