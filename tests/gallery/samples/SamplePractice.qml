// SPDX-License-Identifier: Apache-2.0
import Qiaomen
import Qiaomen.Gallery

PracticeTasks {
    function task(title: string, how: string, done: bool) {
        return { title: title, how: how, done: done }
    }

    doneCount: 2

    rows: [
        task(Day.say("用两个字找到一个人", "Find a person by two characters"), Day.say("在“搜索”里输入“桂芳”，打开找到的人。", "Under Search, type 桂芳, and open whom you find."), true),
        task(Day.say("记录一次日常走访", "Record a routine visit"), Day.say("打开一户，点“走访”：见到，都没变，保存。", "Open somebody's household, then Visit: met, all unchanged, save."), true),
        task(Day.say("登记一处隐患", "Write down a hazard"), Day.say("走访时或在户页上：是什么、多严重、在哪里。", "On a visit or from a household: what, how bad, where."), false),
        task(Day.say("处理一个冲突", "Settle a conflict"), Day.say("1单元102室贺建军：两个人写了同一条备注，选哪条算数。", "贺建军 in 1-102: two people wrote one note. Choose which one stands."), false),
        task(Day.say("给上门服务单约定时间", "Agree on a time for a door order"), Day.say("柳溪一组的白凤英提出了上门服务：受理它。", "白凤英 in 柳溪一组 asked for a service at the door: accept it."), false),
        task(Day.say("开一张单子", "Make a slip"), Day.say("告知书、材料收据或评价邀请：打开看一看。", "The notice, the receipt for papers, or the invitation to rate: have one shown."), false)
    ]
}
