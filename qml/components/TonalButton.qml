// SPDX-License-Identifier: Apache-2.0
//
// A second thing to do, beside the primary one.
import Qiaomen.Ui

ButtonBase {
    fill: Theme.primaryContainer
    ink: Theme.primaryContainerInk
}
