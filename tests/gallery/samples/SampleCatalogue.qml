// SPDX-License-Identifier: Apache-2.0
import Qiaomen
import Qiaomen.Gallery

CatalogueModel {
    function item(code: string, name: string, category: string, content: string, promise: string, immediate: bool) {
        return { code: code, name: name, category: category, content: content, promise: promise, immediate: immediate }
    }

    about: Day.say("虚构样例目录：12 类 75 项，供培训与测试使用，不是任何地方的真实清单。", "An invented sample: 12 categories and 75 items for training and tests. It is nobody's real list.")
    categoryCodes: ["relief", "elder", "disability", "health"]
    categoryNames: [Day.say("民政救助", "Relief"), Day.say("养老助老", "Elder care"), Day.say("助残", "Disability"), Day.say("卫生健康与计生", "Health")]
    notIssued: [Day.say("居民健康状况证明", "Proof of somebody's health"), Day.say("无犯罪记录证明", "Proof of no criminal record"), Day.say("亲属关系证明（户口簿已载明的）", "Proof of kinship that the household register already gives")]
    notIssuedWhy: [Day.say("社区不具备认定能力", "The community cannot judge it"), Day.say("不属社区职权", "Not within the community's power"), Day.say("户口簿即为凭据", "The register itself is the proof")]
    notIssuedRefer: [Day.say("医疗机构", "a medical institution"), Day.say("公安机关", "the police"), Day.say("户籍登记机关", "the household registration office")]
    rows: [
        item("03-01", Day.say("高龄津贴申请", "Allowance for the very old"), Day.say("养老助老", "Elder care"), Day.say("80 岁及以上老人", "Residents of 80 and over"), Day.say("承诺 3 个工作日", "Promised in 3 working days"), false),
        item("03-05", Day.say("独居老人定期探访登记", "Regular visits to elders living alone"), Day.say("养老助老", "Elder care"), Day.say("独居、空巢老人", "Elders living alone or as a couple"), Day.say("当场办结", "Done while you wait"), true),
        item("02-01", Day.say("最低生活保障申请受理", "Subsistence allowance: application"), Day.say("民政救助", "Relief"), Day.say("家庭收入低于标准的居民", "Households with an income below the line"), Day.say("承诺 5 个工作日", "Promised in 5 working days"), false),
        item("08-03", Day.say("老旧楼加装电梯意见登记", "A lift in an old building: residents' opinions"), Day.say("住房与物业", "Housing"), Day.say("既有住宅业主", "Owners of flats in old buildings"), Day.say("承诺 5 个工作日", "Promised in 5 working days"), false)
    ]
    itemCode: "03-01"
    itemName: Day.say("高龄津贴申请", "Allowance for the very old")
    itemCategory: Day.say("养老助老", "Elder care")
    promise: Day.say("承诺 3 个工作日", "Promised in 3 working days")
    promiseExplained: Day.say("今天受理：11月22日周日起；3个工作日；11月25日周三到期。", "Accepted today: Begun Sun 22 Nov; 3 working days; due Wed 25 Nov.")
    publicityLabels: [Day.say("受理对象", "For whom"), Day.say("办理程序", "Procedure"), Day.say("收费", "Fee"), Day.say("办理依据", "Basis"), Day.say("联系电话", "Telephone"), Day.say("岗位职责", "Who is in charge")]
    publicities: [Day.say("80 岁及以上老人", "Residents of 80 and over"), Day.say("受理 → 入户核查 → 上报 → 办结反馈", "Accept → Home check → Report upward → Complete and tell"), Day.say("不收费", "No fee"),
        Day.say("示例依据：本目录为虚构样例，正式使用前由社区填写现行文件", "Sample: this catalogue is invented; the community enters the rules in force before use"),
        Day.say("联系卡上的网格电话；投诉电话见联系卡背面", "The grid's telephone on the contact card; for complaints, see its back"), Day.say("大厅窗口（A岗）或网格员（B岗）受理，首问负责", "Hall window (A post) or grid worker (B post), first-asked duty")]
    proxy: Day.say("网格员上门收件代办", "The grid worker collects the papers at the door")
    materials: [Day.say("居民身份证（原件核验）", "Identity card (seen, not kept)"), Day.say("本人银行卡或社保卡", "Own bank or social security card"), Day.say("近期一寸免冠照片", "Recent passport photo")]
    inHand: ["1", "0", "0"]
    missing: [Day.say("本人银行卡或社保卡", "Own bank or social security card"), Day.say("近期一寸免冠照片", "Recent passport photo")]
    steps: [Day.say("受理", "Accept"), Day.say("入户核查", "Home check"), Day.say("办结反馈", "Complete and tell")]
    stepsWho: [Day.say("窗口或网格员", "hall clerk or grid worker"), Day.say("网格员，最多 1 个工作日", "grid worker, at most 1 working day"), Day.say("首问责任人", "whoever was asked first")]
    stepCards: [Day.say("核对材料，一次性告知缺什么；齐了就出受理单，写明到期日。", "Check the papers and name everything that is missing at once; when complete, give a receipt with the due date."),
        Day.say("预约时间，两人同行；出示联系卡，问过再进门；只看与事项有关的。", "Make an appointment, go in pairs; show the contact card and ask before entering; look only at what the matter needs."),
        Day.say("当面或电话告知结果，送达材料，请对方评价，不代填。", "Tell the result, deliver the paper, invite a rating; never fill it in for anybody.")]
}
