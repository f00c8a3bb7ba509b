// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

HouseholdPage {
    vocabulary: Samples.vocabulary
    household: SampleHousehold {}
    canGoBack: true

    RevealSheet {
        vocabulary: Samples.vocabulary
        visible: true
        reveal: Reveal { subject: "王建国"; fieldLabel: Samples.vocabulary.label("resident", "id_number"); maskedText: "990***********0012"; reason: "verify"; text: "990000194502030012"; secondsLeft: 24 }
    }
}
