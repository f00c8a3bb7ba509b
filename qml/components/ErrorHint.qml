// SPDX-License-Identifier: Apache-2.0
//
// What stands where something could not be shown: what happened, in the worker's words, and how to go on.
import Qiaomen.Ui

EmptyHint {
    iconName: "alert"
    iconInk: Theme.errorContainerInk
    iconFill: Theme.errorContainer
    actionText: qsTr("Try again")
}
