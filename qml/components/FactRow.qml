// SPDX-License-Identifier: Apache-2.0
//
// A KeyValueRow that is gone when nothing is known.
import QtQuick.Layouts
import Qiaomen.Ui

KeyValueRow {
    Layout.fillWidth: true
    visible: value !== ""
}
