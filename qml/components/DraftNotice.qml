// SPDX-License-Identifier: Apache-2.0
//
// What somebody had typed came back.
import Qiaomen.Ui

Notice {
    title: qsTr("Your draft is back")
    text: qsTr("This is what you had typed before the app was closed.")
    iconName: "draft"
    tone: StatusChip.Good
    actionText: qsTr("Begin anew")
}
