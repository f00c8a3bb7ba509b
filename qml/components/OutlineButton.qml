// SPDX-License-Identifier: Apache-2.0
//
// A choice of equal weight among several.
import Qiaomen.Ui

ButtonBase {
    fill: Theme.surfaceContainerLow
    line: Theme.outline
    ink: Theme.primary
}
