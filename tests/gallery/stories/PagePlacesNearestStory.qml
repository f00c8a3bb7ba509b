// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

PlacesPage {
    gridName: Day.say("烔炀社区第 7 网格", "Tongyang, grid 7")
    counted: true
    households: 302
    householdsMet: 175
    openNeeds: 4
    openHazards: 4
    places: SamplePlaces { nearestFirst: true; positionWords: Day.say("正在确定所在位置…", "Looking for where you are…") }
}
