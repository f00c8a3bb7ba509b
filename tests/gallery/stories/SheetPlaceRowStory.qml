// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen.Gallery
import Qiaomen.Ui

ImportPage {
    id: page

    form: SampleImport { placing: "张伟" }

    PlaceRowSheet {
        form: page.form
        visible: true
    }
}
