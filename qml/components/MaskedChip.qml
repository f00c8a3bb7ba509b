// SPDX-License-Identifier: Apache-2.0
//
// A masked number. A tap asks to see it in full; whoever answers has a reason given first.
import QtQuick
import Qiaomen.Ui

Chip {
    required property string maskedText
    /// What the tap asks for, for a screen reader.
    required property string asks

    // The gap to the next one is part of it, so that two lines of them stand no further apart than their targets need.
    rightInset: Theme.spaceS
    rightPadding: Theme.spaceM + Theme.spaceS
    checkable: false
    iconName: "eye"
    text: maskedText
    Accessible.role: Accessible.Button
    Accessible.name: asks
}
