// SPDX-License-Identifier: Apache-2.0
//
// How safe everything of this device is: records and photos. Not for a workspace without a centre.
import Qiaomen
import Qiaomen.Ui

SafetyMeter {
    required property Workspace workspace

    safeCount: workspace.sync?.safeCount ?? 0
    unsentCount: workspace.sync?.onlyHereCount ?? 0
    photoCount: workspace.attachments?.onlyHere ?? 0
    oldestUnsent: workspace.sync?.oldestUnsentAt ?? 0
    problem: (workspace.sync?.problem || workspace.attachments?.problem) ?? ""
}
