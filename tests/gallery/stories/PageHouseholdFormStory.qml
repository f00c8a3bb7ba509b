// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

HouseholdFormPage {
    vocabulary: Samples.vocabulary
    form: HouseholdForm { headName: "王建国"; phoneMasked: "190****0012"; contactWay: "door"; quietHours: "12:00-14:00"; dirty: true; tags: ["low_income"]; nextVisit: Day.at(28, 0, 0) }
}
