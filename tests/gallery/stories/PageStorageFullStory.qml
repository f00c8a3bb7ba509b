// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

StoragePage {
    storage: SampleStorage {
        level: StorageModel.Critical
        free: 74 * 1048576
        warning: Day.say("这台设备的存储快满了（只剩 74 MB）。请现在就腾出空间，否则接下来的走访和照片存不下。", "The disk of this device is nearly full (74 MB left). Make room now, or the next visits and photos cannot be saved.")
    }
}
