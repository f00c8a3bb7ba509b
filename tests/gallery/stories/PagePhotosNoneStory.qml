// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

PhotosPage {
    vocabulary: Samples.vocabulary
    photos: ShownPhotos { title: Samples.vocabulary.word("hazard", "kind", "ebike") }
}
