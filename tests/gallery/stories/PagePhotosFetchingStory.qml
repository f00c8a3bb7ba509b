// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

PhotosPage {
    vocabulary: Samples.vocabulary
    photos: ShownPhotos {
        title: Samples.vocabulary.word("hazard", "kind", "ebike")
        rows: [{ recordId: "1", stage: "before", stageWord: Samples.vocabulary.word("photo", "stage", "before"), caption: "", at: Day.at(12, 16, 40), by: "李敏",
            thumbnail: "qrc:/samples/before.svg", image: "", size: 400000, safe: true, fetching: true, arrived: 0.6, absent: false }]
    }
}
