// SPDX-License-Identifier: Apache-2.0
//
// A visit on one screen. Routine is three taps: "Met", "Nothing has changed", "Save". Every rule is VisitForm's; the page shows it.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

AppPage {
    id: page

    required property VisitForm form
    required property Vocabulary vocabulary
    signal finished

    function problemOf(field: string): string {
        return form.dirty && form.problemField === field ? form.problem : ""
    }

    title: form.headName !== "" ? qsTr("Visit: %1").arg(form.headName) : qsTr("Visit")
    subtitle: form.address
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

        Notice {
            Layout.fillWidth: true
            visible: page.form.quietNow
            title: qsTr("Quiet hours now")
            text: qsTr("This household does not wish to be disturbed: %1").arg(page.form.quietHours)
            iconName: "quiet"
            tone: StatusChip.Warning
        }

        Notice {
            Layout.fillWidth: true
            visible: page.form.doNotAsk !== ""
            title: qsTr("Do not ask again")
            text: page.form.doNotAsk
            iconName: "refused"
        }

        ChoiceGroup {
            Layout.fillWidth: true
            label: page.vocabulary.label("visit", "outcome")
            model: page.vocabulary.choices("visit", "outcome")
            withIcons: true
            columns: scroller.width >= 600 ? 6 : 3
            current: page.form.outcome
            problem: page.problemOf("outcome")
            onChosen: code => page.form.outcome = code
        }

        VisitFacts {
            Layout.fillWidth: true
            visible: page.form.met
            form: page.form
            vocabulary: page.vocabulary
            problem: page.problemOf("residents")
        }

        VisitQuestions {
            Layout.fillWidth: true
            visible: page.form.met && page.form.questions.count > 0
            questions: page.form.questions
            vocabulary: page.vocabulary
        }

        VisitFindings {
            Layout.fillWidth: true
            form: page.form
            vocabulary: page.vocabulary
        }

        VisitAgreement {
            Layout.fillWidth: true
            form: page.form
            vocabulary: page.vocabulary
            stepProblem: page.problemOf("nextStep")
            dateProblem: page.problemOf("nextDate")
        }

        VisitCircumstances {
            Layout.fillWidth: true
            form: page.form
            vocabulary: page.vocabulary
            remarkProblem: page.problemOf("remark")
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

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.spaceM

            Icon {
                Layout.alignment: Qt.AlignVCenter
                visible: status.text !== ""
                name: page.form.dirty && page.form.problem !== "" ? "info" : page.form.draftState === VisitForm.DraftFailed ? "alert" : "draft"
                size: Theme.iconS
            }

            AppText {
                id: status

                Layout.fillWidth: true
                visible: text !== ""
                text: page.form.dirty && page.form.problem !== "" ? page.form.problem
                    : page.form.draftState === VisitForm.DraftKept ? qsTr("Draft kept on this phone")
                    : page.form.draftState === VisitForm.DraftWaiting ? qsTr("Keeping the draft…")
                    : page.form.draftState === VisitForm.DraftFailed ? qsTr("The draft could not be kept. Please save soon.") : ""
                font: Theme.caption
                muted: true
            }
        }

        PrimaryButton {
            Layout.fillWidth: true
            iconName: "check"
            text: qsTr("Save the visit")
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

        title: qsTr("Begin anew?")
        supporting: qsTr("What you had typed here is given up. It cannot be brought back.")
        acceptText: qsTr("Give it up")
        rejectText: qsTr("Keep it")
        destructive: true
        onAccepted: page.form.discard()
    }
}
