// SPDX-License-Identifier: Apache-2.0
//
// A need or a hazard written down without a visit.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

AppPage {
    id: page

    required property FindingForm form
    required property Vocabulary vocabulary
    signal finished

    title: form.need ? qsTr("Need") : qsTr("Hazard")
    subtitle: Words.dotted([form.headName, form.address])
    canGoBack: true
    scrolled: scroller.scrolled

    Connections {
        target: page.form

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
        visible: page.form.ready

        Notice {
            Layout.fillWidth: true
            visible: page.form.recovered
            title: qsTr("Your draft is back")
            text: qsTr("This is what you had typed before the app was closed.")
            iconName: "draft"
            tone: StatusChip.Good
            actionText: qsTr("Begin anew")
            onAction: discardSheet.open()
        }

        Repeater {
            model: page.form.need ? 1 : 0

            NeedEditor {
                Layout.fillWidth: true
                form: page.form.need
                vocabulary: page.vocabulary
                onRemoveAsked: discardSheet.open()
            }
        }

        Repeater {
            model: page.form.hazard ? 1 : 0

            HazardEditor {
                Layout.fillWidth: true
                form: page.form.hazard
                vocabulary: page.vocabulary
                onRemoveAsked: discardSheet.open()
            }
        }
    }

    LoadingHint {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.margin
        visible: !page.form.ready
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
            text: page.form.dirty && page.form.problem !== "" ? page.form.problem
                : page.form.draftState === FindingForm.DraftKept ? qsTr("Draft kept on this phone")
                : page.form.draftState === FindingForm.DraftFailed ? qsTr("The draft could not be kept. Please save soon.") : ""
            font: Theme.caption
            muted: true
        }

        PrimaryButton {
            Layout.fillWidth: true
            iconName: "check"
            text: qsTr("Save")
            busy: page.form.saving
            enabled: page.form.ready && page.form.problem === "" && !page.form.saving
            onClicked: {
                failure.text = ""
                page.form.save()
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
        onAccepted: {
            page.form.discard()
            page.finished()
        }
    }
}
