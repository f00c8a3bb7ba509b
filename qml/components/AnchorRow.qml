// SPDX-License-Identifier: Apache-2.0
//
// A lease, a trade or a certificate: what, whose, and whether it still holds. The names are the roles of AnchorsModel.
import QtQuick
import Qiaomen
import Qiaomen.Ui

ListRow {
    id: row

    required property string kind
    required property string kindWord
    required property string papers
    required property string person
    required property real expires
    required property int validity
    signal revealAsked

    opens: true
    overline: kindWord
    supporting: Words.dotted([person, expires > 0 ? qsTr("until %1").arg(Words.fullDay(expires)) : ""])
    iconName: kind === "lease" ? "building" : kind === "job" ? "tag" : "card"
    showsChevron: false

    MaskedChip {
        visible: row.papers !== ""
        maskedText: row.papers
        asks: qsTr("Show the number of this paper")
        onClicked: row.revealAsked()
    }

    StatusChip {
        visible: row.validity !== AnchorsModel.Lasting
        text: row.validity === AnchorsModel.Ended ? qsTr("Ended") : row.validity === AnchorsModel.Expired ? qsTr("Expired")
            : row.validity === AnchorsModel.Expiring ? qsTr("Expires soon") : qsTr("Valid")
        tone: row.validity === AnchorsModel.Expired ? StatusChip.Problem : row.validity === AnchorsModel.Expiring ? StatusChip.Warning
            : row.validity === AnchorsModel.Valid ? StatusChip.Good : StatusChip.Neutral
        iconName: row.validity === AnchorsModel.Expired ? "alert" : row.validity === AnchorsModel.Expiring ? "clock"
            : row.validity === AnchorsModel.Valid ? "check" : "minus"
    }
}
