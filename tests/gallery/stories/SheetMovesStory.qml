// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

HouseholdPage {
    canGoBack: true
    vocabulary: Samples.vocabulary
    household: SampleHousehold {}

    MovesSheet { visible: true }
}
