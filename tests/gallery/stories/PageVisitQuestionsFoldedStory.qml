// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

VisitPage {
    vocabulary: Samples.vocabulary
    form: SampleVisit {
        outcome: "met"
        confirmed: ["members", "contacts", "dwelling", "care"]
        questions: SampleQuestions {}
    }
}
