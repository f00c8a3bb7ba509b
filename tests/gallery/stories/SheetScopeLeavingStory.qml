// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

Item {
    ScopeSheet {
        visible: true
        workspace: SampleWorkspace { leavingGrid: Day.say("第 3 网格", "Grid 3") }
    }
}
