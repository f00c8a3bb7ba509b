// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

PhotosPage {
    photos: SamplePhotos {}
    vocabulary: Samples.vocabulary
    Component.onCompleted: current = 2
}
