// SPDX-License-Identifier: Apache-2.0
//
// Asks why, once: one of a few reasons, words if wanted, and a day where something is put off.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Qiaomen.Ui

Sheet {
    id: sheet

    /// Reasons with the roles code and label.
    required property QtObject reasons
    property bool withDay: false
    property string acceptText
    property string reason
    property string words
    property real day: 0
    signal given(string reason, string words, real day)

    scrolls: false

    function ask() {
        reason = ""
        words = ""
        day = withDay ? Words.now() + 2 * Words.dayLength : 0
        open()
    }

    // On a small screen with large text the questions scroll; the answers to them stay in sight.
    Flickable {
        id: scroller

        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.minimumHeight: Theme.touch
        implicitHeight: questions.implicitHeight
        contentHeight: questions.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        T.ScrollBar.vertical: ThinScrollBar {}

        FollowFocus {
            view: scroller
        }

        ColumnLayout {
            id: questions

            width: parent.width
            spacing: Theme.spaceM

            DateField {
                Layout.fillWidth: true
                visible: sheet.withDay
                label: qsTr("Until")
                day: sheet.day
                clearable: false
                onPicked: at => sheet.day = at
            }

            ChoiceGroup {
                Layout.fillWidth: true
                label: qsTr("Why?")
                stacked: true
                model: sheet.reasons
                current: sheet.reason
                onChosen: code => sheet.reason = code
            }

            FormField {
                Layout.fillWidth: true
                label: qsTr("In your own words (optional)")
                text: sheet.words
                onEdited: text => sheet.words = text
            }
        }
    }

    PrimaryButton {
        Layout.fillWidth: true
        text: sheet.acceptText
        enabled: sheet.reason !== "" && (!sheet.withDay || sheet.day > 0)
        onClicked: {
            sheet.close()
            sheet.given(sheet.reason, sheet.words, sheet.day)
        }
    }

    TextAction {
        Layout.fillWidth: true
        text: qsTr("Cancel")
        onClicked: sheet.close()
    }
}
