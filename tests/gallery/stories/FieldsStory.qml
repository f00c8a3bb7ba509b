// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Qiaomen.Ui

AppPage {
    title: "表单"
    subtitle: "每一种填写方式"
    canGoBack: true
    scrolled: scroller.scrolled

    ScrollColumn {
        id: scroller

        anchors.fill: parent

        ChoiceGroup {
            Layout.fillWidth: true
            label: "结果"
            current: "met"
            columns: 3
            choices: [
                Choice { code: "met"; label: "见到了"; iconName: "person" },
                Choice { code: "away"; label: "没人在家"; iconName: "clock" },
                Choice { code: "refused"; label: "不愿意谈"; iconName: "refused" }
            ]
        }

        FormField { Layout.fillWidth: true; label: "姓名"; text: "欧阳建国" }
        FormField { Layout.fillWidth: true; label: "联系电话"; text: "190 0000 12"; problem: "手机号码应为 11 位，现在是 9 位"; iconName: "phone" }
        FormField { Layout.fillWidth: true; label: "工作单位"; optional: true; helper: "不方便说可以不填" }
        FormField { Layout.fillWidth: true; label: "不能修改"; text: "东风花园 12 号楼"; enabled: false }
        TextAreaField { Layout.fillWidth: true; label: "备注"; optional: true; text: "老人耳朵不好，敲门要用力一些，最好上午十点以后来；女儿每周六回来，重要的事情等她在家时一起说。" }

        ChoiceGroup {
            Layout.fillWidth: true
            label: "风险"
            stacked: true
            current: "general"
            choices: [
                Choice { code: "minor"; label: "小隐患"; supporting: "当场整改" },
                Choice { code: "general"; label: "一般隐患"; supporting: "七天内整改并复查" },
                Choice { code: "major"; label: "重大隐患"; supporting: "一小时内上报，由部门处理" }
            ]
        }

        DateField { Layout.fillWidth: true; label: "约定时间"; day: new Date(2026, 10, 28).getTime() }
        DateField { Layout.fillWidth: true; label: "复查日期"; optional: true }
        Stepper { Layout.fillWidth: true; label: "常住人数"; value: 3 }
        CheckRow { Layout.fillWidth: true; text: "全家情况没有变化"; supporting: "3 人，电话、住址和关怀标签都一样"; checked: true }
        CheckRow { Layout.fillWidth: true; text: "留下了联系卡" }
        SearchField { Layout.fillWidth: true; hint: "姓名、门牌、尾号、拼音" }
        SearchField { Layout.fillWidth: true; text: "王建" }

        Card {
            Layout.fillWidth: true
            padding: 0
            spacing: 0

            SwitchRow { Layout.fillWidth: true; text: "深色"; iconName: "moon"; checked: true }
            Divider { inset: Theme.spaceL }
            SwitchRow { Layout.fillWidth: true; text: "大字模式"; supporting: "字更大，按钮更大，适合看不清小字的人"; iconName: "text-size" }
        }
    }
}
