// SPDX-License-Identifier: Apache-2.0
//
// Where a day begins: what is due behind which door, and why; what may wait, and until when.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

AppPage {
    id: page

    required property TodayModel today
    required property Vocabulary vocabulary
    /// The household that a sheet is about.
    property string asked
    signal householdChosen(string householdId)
    signal orderChosen(string orderId)
    signal hazardChosen(string hazardId)
    signal visitAsked(string householdId)
    signal doorsAsked

    title: qsTr("Today")
    subtitle: Words.weekday(Words.now())
    scrolled: list.scrolled
    Component.onCompleted: today.refresh()

    function heading(section: int): string {
        switch (section) {
        case TodayModel.Now: return qsTr("At once")
        case TodayModel.Due: return qsTr("Due today")
        case TodayModel.Soon: return qsTr("This week")
        default: return qsTr("Later, with the reason")
        }
    }

    function beginVisit(householdId: string, asksReason: bool) {
        asked = householdId
        if (asksReason)
            knockAgain.ask()
        else
            visitAsked(householdId)
    }

    /// What is due has a page of its own, or the household's tells about it.
    function open(rule: string, aboutId: string, householdId: string) {
        if (aboutId === "" && householdId !== "")
            householdChosen(householdId)
        else if (rule === "order")
            orderChosen(aboutId)
        else if (aboutId !== "")
            hazardChosen(aboutId)
    }

    Connections {
        target: page.today

        function onReasonNoted(householdId: string) {
            page.visitAsked(householdId)
        }
    }

    ReadableList {
        id: list

        anchors.fill: parent
        model: page.today
        reuseItems: true

        head: [
            Notice {
                Layout.fillWidth: true
                visible: page.today.problem !== ""
                text: page.today.problem
                tone: StatusChip.Problem
                iconName: "alert"
            },
            LoadingHint {
                Layout.fillWidth: true
                Layout.topMargin: Theme.spaceM
                visible: page.today.loading && page.today.count === 0
            },
            AppText {
                Layout.fillWidth: true
                visible: page.today.count > 0
                text: page.today.due > 0 ? qsTr("%n door(s) due, in the order of the stairs", "", page.today.due) : qsTr("Nothing more is due today.")
                font: Theme.body
                muted: true
            },
            EmptyHint {
                Layout.fillWidth: true
                Layout.topMargin: Theme.spaceXxl
                visible: !page.today.loading && page.today.count === 0 && page.today.problem === ""
                iconName: "check"
                title: qsTr("All done for today")
                supporting: page.today.roundWaiting > 0
                    ? qsTr("Nothing is due. %n household(s) have not been met for a quarter: if there is time, ring there.", "", page.today.roundWaiting)
                    : qsTr("Nothing is due. The list fills by itself from the records.")
                actionText: page.today.roundWaiting > 0 ? qsTr("Show the doors") : ""
                onAction: page.doorsAsked()
            }
        ]

        // Qt 6.4 cannot make section delegates of bound components: the first row of a section brings its heading along.
        section.property: "section"
        delegate: Column {
            id: entry

            required property int index
            required property int section
            required property string householdId
            required property string headName
            required property string place
            required property string rule
            required property string title
            required property string why
            required property int overdue
            required property list<string> also
            required property string held
            required property string tries
            required property string doNotAsk
            required property bool asksReason
            required property int knocks
            required property bool canPutOff
            required property string aboutId
            readonly property bool first: ListView.previousSection !== ListView.section || index === 0

            x: list.inset
            width: list.rowWidth

            AppText {
                width: parent.width
                topPadding: Theme.spaceM
                bottomPadding: Theme.spaceS
                visible: entry.first
                text: page.heading(entry.section)
                font: Theme.titleSmall
                Accessible.role: Accessible.Heading
            }

            WorkRow {
                width: parent.width
                householdId: entry.householdId
                headName: entry.headName
                place: entry.place
                rule: entry.rule
                title: entry.title
                why: entry.why
                overdue: entry.overdue
                also: entry.also
                held: entry.held
                tries: entry.tries
                doNotAsk: entry.doNotAsk
                asksReason: entry.asksReason
                knocks: entry.knocks
                canPutOff: entry.canPutOff
                aboutId: entry.aboutId
                urgent: entry.section === TodayModel.Now
                onClicked: page.open(entry.rule, entry.aboutId, entry.householdId)
                onVisitAsked: page.beginVisit(entry.householdId, entry.asksReason)
                onPutOffAsked: {
                    page.asked = entry.householdId
                    putOff.ask()
                }
            }
        }
    }

    ReasonSheet {
        id: putOff

        title: qsTr("Put off what is due behind this door")
        supporting: qsTr("It comes back on that day. Colleagues see the reason.")
        withDay: true
        acceptText: qsTr("Put off")
        reasons: page.vocabulary.choices("plan_note", "reason")
        onGiven: (reason, words, day) => page.today.putOff(page.asked, day, reason, words)
    }

    ReasonSheet {
        id: knockAgain

        title: qsTr("This household was visited twice in seven days")
        supporting: qsTr("Say why somebody knocks again so soon. The household may ask.")
        acceptText: qsTr("Begin a visit")
        reasons: page.vocabulary.choices("plan_note", "reason")
        onGiven: (reason, words) => page.today.noteReason(page.asked, reason, words)
    }
}
