// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

PhotosPage {
    vocabulary: Samples.vocabulary
    photos: ShownPhotos {
        title: Samples.vocabulary.word("hazard", "kind", "ebike")
        problem: Day.say("这台设备的存储空间已满。没有丢失任何内容。", "The storage of this device is full. Nothing was lost.")
    }
}
