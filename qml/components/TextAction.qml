// SPDX-License-Identifier: Apache-2.0
//
// An action of little weight: "show all", "cancel".
import Qiaomen.Ui

ButtonBase {
    property bool destructive: false

    sidePadding: Theme.spaceM
    ink: destructive ? Theme.error : Theme.primary
}
