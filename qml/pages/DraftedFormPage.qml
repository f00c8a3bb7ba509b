// SPDX-License-Identifier: Apache-2.0
//
// What the pages of drafted forms share: the draft that came back, the fields in a column, what is wrong, and the one button.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

AppPage {
    id: page

    property DraftedForm drafted
    property string saveText: qsTr("Save")
    default property alias fields: column.data
    signal finished

    depth: AppPage.Form
    canGoBack: true
    scrolled: scroller.scrolled

    /// What is wrong with a field, once somebody has typed something.
    function problemOf(field: string): string {
        return drafted && drafted.dirty && drafted.problemField === field ? drafted.problem : ""
    }

    Connections {
        target: page.drafted

        function onSaved() {
            page.finished()
        }

        function onFailed(problem: string) {
            failure.text = problem
        }
    }

    ScrollColumn {
        id: scroller

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: footer.top
        visible: page.drafted?.ready ?? false

        Notice {
            Layout.fillWidth: true
            visible: page.drafted?.recovered ?? false
            title: qsTr("Your draft is back")
            text: qsTr("This is what you had typed before the app was closed.")
            iconName: "draft"
            tone: StatusChip.Good
            actionText: qsTr("Begin anew")
            onAction: discardSheet.open()
        }

        ColumnLayout {
            id: column

            Layout.fillWidth: true
            spacing: Theme.spaceL
        }
    }

    LoadingHint {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.margin
        visible: !scroller.visible
    }

    StickyFooter {
        id: footer

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom

        Notice {
            id: failure

            Layout.fillWidth: true
            visible: text !== ""
            text: ""
            tone: StatusChip.Problem
            iconName: "alert"
        }

        AppText {
            Layout.fillWidth: true
            visible: text !== ""
            text: !page.drafted ? "" : page.drafted.problem !== "" ? page.drafted.problem
                : page.drafted.draftState === DraftedForm.DraftKept ? qsTr("Draft kept on this phone")
                : page.drafted.draftState === DraftedForm.DraftFailed ? qsTr("The draft could not be kept. Please save soon.") : ""
            font: Theme.caption
            muted: true
        }

        PrimaryButton {
            Layout.fillWidth: true
            iconName: "check"
            text: page.saveText
            busy: page.drafted?.saving ?? false
            enabled: page.drafted !== null && page.drafted.ready && page.drafted.problem === "" && !page.drafted.saving
            onClicked: {
                failure.text = ""
                page.drafted.save()
            }
        }
    }

    ConfirmSheet {
        id: discardSheet

        title: qsTr("Give this up?")
        supporting: qsTr("What you had typed here is given up. It cannot be brought back.")
        acceptText: qsTr("Give it up")
        rejectText: qsTr("Keep it")
        destructive: true
        onAccepted: page.drafted.discard()
    }
}
