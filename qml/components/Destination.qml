// SPDX-License-Identifier: Apache-2.0
//
// One of the places the navigation leads to.
import QtQml

QtObject {
    property string label
    property string iconName
    property int badge: 0
    /// False where the workspace has no such place.
    property bool there: true
}
