// SPDX-License-Identifier: Apache-2.0
//
// One door order on one screen: where it stands, what is agreed, what is missing, the papers, and what happened.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Ui

AppPage {
    id: page

    required property ShownOrder order
    signal actAsked(string act)
    signal inviteAsked
    signal householdAsked(string householdId)

    depth: AppPage.Order
    title: qsTr("Door order")
    subtitle: Words.dotted([order.headName, order.address])
    canGoBack: true
    scrolled: list.scrolled
    footHeight: footer.height
    actions: [
        IconAction {
            visible: page.order.ready && page.order.householdId !== ""
            iconName: "household"
            text: qsTr("Open the household")
            onClicked: page.householdAsked(page.order.householdId)
        }
    ]

    function act(code: string) {
        if (code === "return")
            returnSheet.open()
        else if (code === "invite")
            inviteSheet.open()
        else
            actAsked(code)
    }

    ReadableList {
        id: list

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: footer.top
        visible: page.order.ready && page.order.problem === ""
        spacing: 0
        model: page.order.ready ? page.order.steps : null

        head: [
            OrderFacts {
                Layout.fillWidth: true
                order: page.order
            },
            SectionHeader {
                Layout.fillWidth: true
                Layout.topMargin: Theme.spaceS
                Layout.bottomMargin: Theme.spaceM
                title: qsTr("What happened")
                count: page.order.steps.count
            },
            AppText {
                Layout.fillWidth: true
                visible: page.order.steps.count === 0
                text: qsTr("Nothing yet. The household waits for an answer: agree on a time.")
                font: Theme.bodySmall
                muted: true
            }
        ]

        delegate: StepRow {
            required property int index

            x: list.inset
            width: list.rowWidth
            last: index === list.count - 1
            onUndoAsked: {
                undoSheet.stepId = recordId
                undoSheet.open()
            }
        }
    }

    LoadingHint {
        anchors.fill: parent
        anchors.margins: Theme.margin
        anchors.bottomMargin: parent.height / 3
        visible: !page.order.ready
    }

    ErrorHint {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.margin
        visible: page.order.problem !== ""
        title: qsTr("This order could not be opened")
        supporting: page.order.problem
        actionText: ""
    }

    StickyFooter {
        id: footer

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        visible: page.order.ready && page.order.acts.length > 0
        height: visible ? implicitHeight : 0

        NextActs {
            Layout.fillWidth: true
            acts: page.order.acts
            words: page.order.actWords
            onChosen: code => page.act(code)
        }
    }

    ConfirmSheet {
        id: returnSheet

        title: qsTr("Give every paper back?")
        supporting: qsTr("%n paper(s) are with you. Count them together with the household.", "", page.order.papersOut)
        acceptText: qsTr("They are back")
        rejectText: qsTr("Not yet")
        onAccepted: page.order.returnPapers()
    }

    ConfirmSheet {
        id: inviteSheet

        title: qsTr("Invite to rate this service?")
        supporting: qsTr("A slip with a code that works once. The resident answers on their own telephone or at the hall, never on yours.")
        acceptText: qsTr("Make the slip")
        rejectText: qsTr("They do not wish to")
        onAccepted: page.inviteAsked()
        onRejected: page.order.decline()
    }

    ConfirmSheet {
        id: undoSheet

        property string stepId

        title: qsTr("Take this step back?")
        supporting: qsTr("Papers saved with it go back, too. If it was sent already, the history keeps it and says that it was a mistake.")
        acceptText: qsTr("Take it back")
        rejectText: qsTr("Keep it")
        destructive: true
        onAccepted: page.order.undoStep(stepId)
    }
}
