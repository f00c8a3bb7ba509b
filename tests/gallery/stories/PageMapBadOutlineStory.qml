// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

SketchMapPage {
    canGoBack: true
    map: SampleMap {
        outline: ""
        outlineProblem: Day.say("本网格的边界无法绘制：$.coordinates[0][3] has a latitude beyond 90 degrees; GeoJSON puts the longitude first。请社区办公室更正。",
            "The boundary of this grid cannot be drawn: $.coordinates[0][3] has a latitude beyond 90 degrees; GeoJSON puts the longitude first. The office can put it right.")
    }
}
