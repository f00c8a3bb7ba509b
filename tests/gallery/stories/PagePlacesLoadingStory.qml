// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

PlacesPage {
    gridName: Day.say("烔炀社区第 7 网格", "Tongyang, grid 7")
    counted: false
    households: 302
    householdsMet: 0
    openNeeds: 0
    openHazards: 0
    places: PlacesModel { loading: true }
}
