// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

SearchPage {
    search: SearchModel { query: "王"; kinds: ["hazard"]; hidden: 12 }
}
