// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

Item {
    ScopeSheet {
        visible: true
        workspace: SampleWorkspace { scopeNews: Day.say("“第 3 网格”已归他人负责，并已从本机移除。\n您有 4 条迟到的记录，由现在负责该网格的人裁定。", "“Grid 3” belongs to others now, and was removed from this phone.\n4 records of yours came late: whoever holds the grid now decides about them.") }
    }
}
