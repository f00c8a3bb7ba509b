// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

FieldWorkspace {
    current: FieldWorkspace.Doors
    workspace: SampleWorkspace {}

    Component.onCompleted: {
        workspace.openPlace(1)
        workspace.openHousehold("h")
    }
}
