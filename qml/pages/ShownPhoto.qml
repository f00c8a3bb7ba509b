// SPDX-License-Identifier: Apache-2.0
//
// One row of ShownPhotos, with its roles as properties.
import QtQml

QtObject {
    required property int index
    required property string stage
    required property string stageWord
    required property string caption
    required property real at
    required property string by
    required property string thumbnail
    required property string image
    required property real size
    required property bool safe
    required property bool fetching
    required property real arrived
    required property bool absent
}
