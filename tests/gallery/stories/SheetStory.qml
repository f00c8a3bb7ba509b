// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen.Ui

AppPage {
    title: "确认"

    EmptyHint { anchors.centerIn: parent; width: parent.width - 2 * Theme.margin; title: "背后的页面"; supporting: "上面是确认单。" }

    ConfirmSheet {
        title: "查看身份证号？"
        supporting: "查看会留下记录：谁、什么时候、为什么。请只在需要核对时查看。"
        acceptText: "查看，用于核对身份"
        visible: true
    }
}
