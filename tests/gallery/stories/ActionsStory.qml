// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Qiaomen.Ui

AppPage {
    id: page

    title: "12 号楼 2 单元 1203 室"
    subtitle: "东风花园社区 · 第 7 网格"
    canGoBack: true
    scrolled: scroller.scrolled
    actions: [
        IconAction { iconName: "search"; text: "搜索" },
        IconAction { iconName: "more"; text: "更多"; badge: 3 }
    ]

    ScrollColumn {
        id: scroller

        anchors.fill: parent

        SectionHeader { Layout.fillWidth: true; title: "按钮"; actionText: "全部" }

        Flow {
            Layout.fillWidth: true
            spacing: Theme.spaceM

            PrimaryButton { text: "保存走访" }
            PrimaryButton { text: "保存走访"; iconName: "check" }
            PrimaryButton { text: "保存走访"; enabled: false }
            PrimaryButton { text: "正在保存"; busy: true }
            PrimaryButton { text: "删除"; destructive: true; iconName: "trash" }
            TonalButton { text: "登记隐患"; iconName: "hazard" }
            TonalButton { text: "记需求"; iconName: "need"; enabled: false }
            OutlineButton { text: "打电话"; iconName: "phone" }
            TextAction { text: "取消" }
            TextAction { text: "撤销"; iconName: "undo" }
        }

        PrimaryButton { Layout.fillWidth: true; text: "一个很长的按钮文字，在三百六十宽的手机上也不能被截断，需要折成两行" }

        SectionHeader { Layout.fillWidth: true; title: "筛选与状态"; count: 9 }

        Flow {
            Layout.fillWidth: true
            spacing: Theme.spaceS

            Chip { text: "全部"; count: 302; checked: true }
            Chip { text: "该走访"; count: 41; iconName: "clock" }
            Chip { text: "独居老人"; iconName: "heart" }
            Chip { text: "未联网"; enabled: false }
        }

        Flow {
            Layout.fillWidth: true
            spacing: Theme.spaceS

            StatusChip { text: "常住" }
            StatusChip { text: "已办结"; tone: StatusChip.Good; iconName: "check" }
            StatusChip { text: "处理中"; tone: StatusChip.Notice; iconName: "clock" }
            StatusChip { text: "仅在本机"; tone: StatusChip.Warning; iconName: "phone-only" }
            StatusChip { text: "重大隐患"; tone: StatusChip.Problem; iconName: "hazard" }
            StatusChip { text: "独居老人"; tone: StatusChip.Accent; iconName: "heart" }
        }

        SectionHeader { Layout.fillWidth: true; title: "进度" }
        ProgressLine { Layout.fillWidth: true; value: 0.62 }
        ProgressLine { Layout.fillWidth: true; value: 0 }

        SectionHeader { Layout.fillWidth: true; title: "提示" }
        Notice { Layout.fillWidth: true; title: "安静时段"; text: "这户 12:00–14:00 午休，晚上 20:30 以后请勿上门。"; iconName: "quiet" }
        Notice { Layout.fillWidth: true; text: "草稿已保存在本机。"; tone: StatusChip.Good; iconName: "draft" }
        Notice { Layout.fillWidth: true; text: "有一条记录中心没有接收：身份证号已登记在另一户。"; tone: StatusChip.Problem; iconName: "alert"; actionText: "去处理" }
        Notice { Layout.fillWidth: true; text: "两个人改了同一项，请选一个。"; tone: StatusChip.Accent; iconName: "conflict" }

        SectionHeader { Layout.fillWidth: true; title: "图标" }

        Flow {
            Layout.fillWidth: true
            spacing: Theme.spaceL

            Repeater {
                model: ["door", "household", "person", "people", "family", "visit", "need", "hazard", "search", "sync", "shield-check", "shield-half",
                    "phone-only", "settings", "back", "forward", "chevron-right", "chevron-down", "check", "close", "plus", "minus", "edit", "clock",
                    "calendar", "location", "photo", "card", "building", "village", "alert", "info", "help", "more", "undo", "filter", "phone",
                    "text-size", "accessible", "moon", "sun", "language", "quiet", "eye", "eye-off", "conflict", "lock", "note", "heart", "tag",
                    "receipt", "outbox", "inbox", "offline", "server", "stairs", "map", "refused", "moved", "vacant", "trash", "draft",
                    "mark-fresh", "mark-ageing", "mark-stale", "mark-never"]

                Icon {
                    required property string modelData

                    name: modelData
                    color: Theme.surfaceInk
                }
            }
        }
    }
}
