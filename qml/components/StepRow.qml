// SPDX-License-Identifier: Apache-2.0
//
// One step in the history of a door order or a hazard. The names are the roles of StepsModel.
import QtQuick
import Qiaomen.Ui

TimelineRow {
    id: row

    required property string recordId
    required property string act
    required supporting
    required by
    required withdrawn
    required correction
    required undoable

    undoText: qsTr("Take this step back")
    iconName: Icons.ofAct(act)
    tone: act === "done" || act === "delivered" || act === "closed" ? StatusChip.Good
        : act === "cannot" || act === "escalated" || act === "reopened" ? StatusChip.Problem
        : act === "not_home" || act === "notice" || act === "extended" ? StatusChip.Warning : StatusChip.Neutral
}
