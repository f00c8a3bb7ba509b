// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen.Gallery
import Qiaomen.Ui

HouseholdPage {
    id: page

    vocabulary: Samples.vocabulary
    household: SampleHousehold {}
    canGoBack: true

    LooksSheet {
        looks: page.household.looks
        visible: true
    }
}
