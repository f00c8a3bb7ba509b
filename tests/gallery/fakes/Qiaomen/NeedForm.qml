// SPDX-License-Identifier: Apache-2.0
//
// Stands in for the type of this name in mobile/: the same properties, to be set by a story.
import QtQml

QtObject {
    property string text
    property string kind
    property string urgency: "normal"
    property string route: "community"
    property bool wantsReply: false
    property string problem
}
