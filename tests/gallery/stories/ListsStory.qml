// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Qiaomen.Ui

AppPage {
    title: "列表与卡片"
    scrolled: scroller.scrolled

    ScrollColumn {
        id: scroller

        anchors.fill: parent

        SafetyMeter { Layout.fillWidth: true; safeCount: 1284; unsentCount: 0; oldestUnsent: 0 }
        SafetyMeter { Layout.fillWidth: true; safeCount: 1284; unsentCount: 12; oldestUnsent: new Date(2026, 10, 19, 9, 12).getTime() }
        SafetyMeter { Layout.fillWidth: true; safeCount: 1284; unsentCount: 2; oldestUnsent: new Date(2026, 10, 19, 9, 12).getTime(); problem: "中心没有接收 2 条记录，请打开看看要改什么。" }

        Flow {
            Layout.fillWidth: true
            spacing: Theme.spaceS

            SafetyMeter { slim: true; safeCount: 1284; unsentCount: 0; oldestUnsent: 0 }
            SafetyMeter { slim: true; safeCount: 1284; unsentCount: 12; oldestUnsent: 1 }
            SafetyMeter { slim: true; safeCount: 1284; unsentCount: 0; oldestUnsent: 0; problem: "x" }
        }

        SectionHeader { Layout.fillWidth: true; title: "家庭成员"; count: 3; actionText: "全部" }

        Card {
            Layout.fillWidth: true
            padding: 0
            spacing: 0

            ListRow { Layout.fillWidth: true; avatarName: "王建国"; title: "王建国"; supporting: "户主 · 男 · 76 岁"; opens: true; StatusChip { text: "独居老人"; tone: StatusChip.Accent; iconName: "heart" } }
            Divider { inset: 68 }
            ListRow { Layout.fillWidth: true; avatarName: "阿"; title: "阿依古丽·买买提江·阿卜杜热合曼"; supporting: "儿媳 · 女 · 41 岁 · 东风花园社区卫生服务中心家庭医生团队护士"; opens: true }
            Divider { inset: 68 }
            ListRow { Layout.fillWidth: true; iconName: "hazard"; iconInk: Theme.errorContainerInk; iconFill: Theme.errorContainer; title: "阳台堆放易燃杂物"; supporting: "一般隐患 · 11 月 29 日前整改"; opens: true; supportingLines: 1 }
        }

        Card {
            Layout.fillWidth: true

            KeyValueRow { Layout.fillWidth: true; label: "户籍类型"; value: "家庭户 · 非农业" }
            KeyValueRow { Layout.fillWidth: true; label: "地址"; value: "烟台市福山区清洋街道东风花园社区东风路 118 号 12 号楼 2 单元 1203 室" }
            MaskedChip { maskedText: "990***********0012"; asks: "显示身份证号" }
            MaskedChip { maskedText: "190****0012"; asks: "显示电话" }
        }

        SectionHeader { Layout.fillWidth: true; title: "经过" }

        Card {
            Layout.fillWidth: true
            spacing: 0

            TimelineRow { Layout.fillWidth: true; title: "上门走访"; at: new Date(2026, 10, 22, 9, 12).getTime(); supporting: "见到户主。情况没有变化。"; by: "李敏"; tone: StatusChip.Good; unsent: true }
            TimelineRow { Layout.fillWidth: true; title: "登记隐患"; at: new Date(2026, 10, 21, 16, 40).getTime(); supporting: "阳台堆放易燃杂物，约好本周六清理"; by: "李敏"; iconName: "hazard"; tone: StatusChip.Problem }
            TimelineRow { Layout.fillWidth: true; title: "没人在家"; at: new Date(2026, 8, 2, 10, 5).getTime(); by: "陈志强"; iconName: "clock"; last: true }
        }

        ConflictCard {
            Layout.fillWidth: true
            subject: "12 号楼 2 单元 1203 室 · 王建国"
            field: "联系电话"
            before: "190 0000 0012"
            mine: "190 0000 0356"
            mineAt: new Date(2026, 10, 22, 9, 12).getTime()
            theirs: "190 0000 0781"
            theirsBy: "陈志强"
            theirsAt: new Date(2026, 10, 21, 17, 30).getTime()
            mineStands: true
            mineBy: "李敏"
            involvesMe: true
            removal: false
            gridName: ""
        }

        Card { Layout.fillWidth: true; LoadingHint { Layout.fillWidth: true; rows: 3 } }
        Card { Layout.fillWidth: true; padding: Theme.spaceXl; EmptyHint { Layout.fillWidth: true; iconName: "search"; title: "没有找到「欧阳」"; supporting: "试试门牌号、电话后四位，或者拼音首字母，例如 wjg。" } }
        Card { Layout.fillWidth: true; padding: Theme.spaceXl; ErrorHint { Layout.fillWidth: true; title: "这一页没有打开"; supporting: "本机的数据都还在。再试一次；如果还不行，请告诉社区管理员。" } }
    }

    Snackbar {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.spaceL
        message: "走访已保存在本机"
        actionText: "撤销"
        shown: true
    }
}
