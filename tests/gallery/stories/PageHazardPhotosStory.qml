// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

AppPage {
    title: Day.say("隐患", "Hazard")

    ScrollColumn {
        anchors.fill: parent

        PhotosEditor {
            Layout.fillWidth: true
            vocabulary: Samples.vocabulary
            photos: PhotoForms {
                busy: true
                problem: Day.say("这个文件无法作为图片读取，请另选一个。", "This file could not be read as a picture. Choose another one.")
                rows: [
                    { stage: "before", caption: Day.say("线从窗户拉下来", "The wire comes down from the window"), thumbnail: "qrc:/samples/before.svg", image: "qrc:/samples/before.svg", busy: false },
                    { stage: "after", caption: "", thumbnail: "", image: "", busy: true }
                ]
            }
        }
    }
}
