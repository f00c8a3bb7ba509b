// SPDX-License-Identifier: Apache-2.0
//
// One possible answer of a ChoiceGroup: what is stored, and what is shown for it.
import QtQml

QtObject {
    property string code
    property string label
    property string supporting
    property string iconName
}
