// SPDX-License-Identifier: Apache-2.0
//
// A door of a village: who lives there, when somebody was met, what is open. The names are the roles of DoorsModel.
pragma ComponentBehavior: Bound

import QtQuick
import Qiaomen.Ui

ListRow {
    id: row

    required property string room
    required property string headName
    required property int members
    required property int freshness
    required property real lastMetAt
    required property bool vacant
    required property int openNeeds
    required property int openHazards
    required property bool unsent

    // What a finger holds a door for.
    Keys.onMenuPressed: pressAndHold()
    raised: true
    opens: true
    title: vacant || headName === "" ? qsTr("Vacant") : headName
    overline: room
    supporting: vacant ? "" : Words.dotted([qsTr("%n person(s)", "", members), Freshness.word(freshness), lastMetAt > 0 ? qsTr("met %1").arg(Words.ago(lastMetAt)) : ""])
    iconName: Freshness.mark(freshness)
    iconInk: Freshness.ink(freshness)
    iconFill: Freshness.container(freshness)

    Icon {
        visible: row.openHazards > 0
        name: "hazard"
        size: Theme.iconS
        color: Theme.error
    }

    Icon {
        visible: row.openNeeds > 0
        name: "need"
        size: Theme.iconS
        color: Theme.info
    }

    Icon {
        visible: row.unsent
        name: "phone-only"
        size: Theme.iconS
    }
}
