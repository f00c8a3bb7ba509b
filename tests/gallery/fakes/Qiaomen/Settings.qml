// SPDX-License-Identifier: Apache-2.0
//
// Stands in for the type of this name in mobile/: the same properties, to be set by a story.
import QtQml

QtObject {
    enum Theme { SystemTheme, LightTheme, DarkTheme }

    property string language: "zh_CN"
    property int theme: Settings.LightTheme
    property bool elder: false
    property bool birthdays: false
    property bool originalsOverMobile: false
}
