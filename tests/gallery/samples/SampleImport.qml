// SPDX-License-Identifier: Apache-2.0
import Qiaomen
import Qiaomen.Gallery

ImportForm {
    stage: ImportForm.Preview
    fileName: Day.say("烔炀社区第7网格11月走访台账.xlsx", "Grid 7 visits November.xlsx")
    remarks: [Day.say("没有读取这些列：序号、备注", "These columns were passed over: 序号, 备注")]
    targets: MoveTargets {
        rows: [
            { targetId: "h1", title: "张伟", subtitle: Day.say("锦绣花园3栋2单元402室", "Jinxiu Garden 3-2-402") },
            { targetId: "h2", title: "张伟", subtitle: Day.say("锦绣花园5栋1单元101室", "Jinxiu Garden 5-1-101") }
        ]
    }
    rows: ImportRowsModel {
        ready: 2
        toChoose: 2
        notFound: 2
        already: 1
        unreadable: 1
        visitsToSave: 2
        notesToSave: 1
        rows: [
            row(0, 5, "王秀英", "锦绣花园3栋2单元501室", Day.at(3, 9, 30), ImportRowsModel.Ready, { about: Day.say("上门 · 见到 · 日常走访", "At the door · Met · Routine"),
                home: "王秀英 · 锦绣花园3栋2单元501室", details: "两位老人身体都好，水电正常，提醒了冬季用电安全。" }),
            row(1, 6, "张伟", "", Day.at(4, 15, 0), ImportRowsModel.ToChoose, { about: Day.say("电话 · 见到", "By phone · Met"), reason: Day.say("有几户都对得上。", "Several households fit."), details: "已通话" }),
            row(2, 7, "李四", "3-2-501", Day.at(4, 12, 0), ImportRowsModel.ToChoose, { about: Day.say("上门 · 见到", "At the door · Met"),
                reason: Day.say("门牌对得上，但那里没有登记过叫这个名字的人。", "The door is here, but nobody of this name is known there.") }),
            row(3, 8, "赵六", "滨河小区9栋9单元909室", Day.at(5, 12, 0), ImportRowsModel.NotFound, { about: Day.say("上门 · 未遇", "At the door · Not home"), details: "家中无人",
                reason: Day.say("本网格没有叫这个名字的人，也没有这个门牌。", "Nobody of this name and no such door is in this grid.") }),
            row(4, 9, "欧阳志远", "柳湾村民组17号", Day.at(5, 10, 0), ImportRowsModel.NotFound, { kept: true, about: Day.say("户外遇见 · 见到", "Met outside · Met"),
                reason: Day.say("本网格没有叫这个名字的人，也没有这个门牌。", "Nobody of this name and no such door is in this grid.") }),
            row(5, 10, "王秀英", "3-2-501", Day.at(3, 9, 30), ImportRowsModel.Already, { about: Day.say("上门 · 见到", "At the door · Met"), home: "王秀英 · 锦绣花园3栋2单元501室",
                reason: Day.say("这次走访已经记录过了。", "This visit is recorded already."), details: "两位老人身体都好，水电正常，提醒了冬季用电安全。" }),
            row(6, 11, "王强", "3-2-501", 0, ImportRowsModel.Unreadable, { when: "十二日", choosable: false,
                reason: Day.say("走访时间：时间看不懂：“十二日”，可写作2026-11-03 14:30", "走访时间: not a date: \"十二日\"; write it as 2026-11-03 14:30") }),
            row(7, 12, "王秀英", "3-2-501", Day.at(12, 14, 0), ImportRowsModel.Ready, { about: Day.say("上门 · 见到 · 关爱走访", "At the door · Met · Care visit"), home: "王秀英 · 锦绣花园3栋2单元501室",
                reason: Day.say("这户当天还有一次内容不同的走访。", "This household has another visit on that day, with other words.") })
        ]

        function row(number: int, line: int, person: string, address: string, at: real, group: int, more) {
            return Object.assign({ number: number, place: Day.say("第 %1 行", "Row %1").arg(line), person: person, address: address, at: at, when: "", group: group, about: "",
                details: "", reason: "", home: "", skipped: false, kept: false, choosable: true }, more)
        }
    }
}
