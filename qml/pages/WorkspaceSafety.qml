// SPDX-License-Identifier: Apache-2.0
//
// How safe everything of this device is: records and photos.
import Qiaomen
import Qiaomen.Ui

SafetyMeter {
    required property Workspace workspace

    safeCount: workspace.sync.safeCount
    unsentCount: workspace.sync.onlyHereCount
    photoCount: workspace.attachments.onlyHere
    oldestUnsent: workspace.sync.oldestUnsentAt
    problem: workspace.sync.problem !== "" ? workspace.sync.problem : workspace.attachments.problem
}
