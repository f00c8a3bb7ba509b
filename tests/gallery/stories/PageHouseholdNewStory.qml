// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

HouseholdPage {
    canGoBack: true
    vocabulary: Samples.vocabulary
    household: ShownHousehold {
        headName: "买买提·阿卜杜热合曼·艾则孜"
        address: Day.say("烟台市福山区清洋街道东风花园社区东风路 118 号老机械厂家属院(南区)12 号楼 2 单元 1203 室", "Dongfeng Road 118, south yard of the old machine works, building 12, unit 2, room 1203")
        quietNow: true
        quietHours: "12:00-16:00"
        registerKind: Samples.vocabulary.word("household", "register_kind", "collective")
    }
}
