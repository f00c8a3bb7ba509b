// SPDX-License-Identifier: Apache-2.0
//
// The one thing to do on a screen.
import Qiaomen.Ui

ButtonBase {
    property bool destructive: false

    fill: destructive ? Theme.error : Theme.primary
    ink: destructive ? Theme.errorInk : Theme.primaryInk
}
