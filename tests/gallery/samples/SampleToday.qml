// SPDX-License-Identifier: Apache-2.0
import Qiaomen
import Qiaomen.Gallery

TodayModel {
    function door(id: string, section: int, head: string, place: string, rule: string, title: string, why: string, more) {
        return Object.assign({ householdId: id, section: section, headName: head, place: place, rule: rule, title: title, why: why, overdue: 0, also: [],
            held: "", tries: "", doNotAsk: "", asksReason: false, knocks: 0, canPutOff: true, aboutId: "" }, more)
    }

    due: 4
    roundWaiting: 37
    rows: [
        door("", TodayModel.Now, "", Day.say("锦绣花园 3栋 东侧围墙", "锦绣花园 3栋, east wall"), "report", Day.say("重大隐患：房屋破损", "Major hazard: Building damage"),
            Day.say("11月22日发现。疏散周围人员，一小时内上报。", "Found 22 Nov. Keep people away and report it upward within the hour."), { canPutOff: false, aboutId: "hazard1" }),
        door("h", TodayModel.Due, "王建国", "锦绣花园 3栋 2单元 501", "care", Day.say("关爱走访：独居老人", "Care visit: Elder living alone"),
            Day.say("每 7 天一次；上次见面 11月13日。", "Every 7 days; last met 13 Nov."),
            { overdue: 2, also: [Day.say("需求回访：养老助老", "Follow-up: Elder care"), Day.say("更换联系卡", "Contact card")] }),
        door("2", TodayModel.Due, "李强", "锦绣花园 3栋 2单元 302", "hazard", Day.say("隐患复查：电动车入户充电", "Hazard recheck: E-bike charging indoors"),
            Day.say("11月15日发现，应于11月22日前整改。", "Found 15 Nov, to be put right by 22 Nov."), { asksReason: true, knocks: 2, aboutId: "hazard2" }),
        door("o", TodayModel.Due, "孙奶奶", "锦绣花园 3栋 1单元 101", "order", Day.say("约定时间：高龄津贴申请", "Agree on a time: Allowance for the very old"),
            Day.say("11月22日提出，应于11月22日前办理。", "Asked 22 Nov, to be done by 22 Nov."), { aboutId: "order1" }),
        door("3", TodayModel.Due, "陈静", "锦绣花园 5栋 1单元 1203", "agreed", Day.say("约定走访：带助餐申请表", "Agreed visit: bring the lunch form"),
            Day.say("约定于11月22日。", "Agreed for 22 Nov."), { tries: Day.say("已上门 1 次：下午再试。", "Tried once: try the afternoon.") }),
        door("4", TodayModel.Soon, "赵敏", Day.say("大杨村民组 17 号", "Dayang group, No. 17"), "newcomer", Day.say("新入住走访", "New household"),
            Day.say("11月18日入住，还未见面。", "Moved in 18 Nov, not met yet."), {}),
        door("5", TodayModel.Held, "孙奶奶", "锦绣花园 3栋 1单元 101", "care", Day.say("关爱走访：高龄老人", "Care visit: 80 and over"),
            Day.say("每 14 天一次；上次见面 11月7日。", "Every 14 days; last met 7 Nov."),
            { overdue: 1, held: Day.say("勿扰时段：16:00 起可上门", "Quiet hours: from 16:00"), doNotAsk: Day.say("收入", "income") }),
        door("6", TodayModel.Held, "周明", "锦绣花园 7栋 2801", "round", Day.say("日常走访", "Round"), Day.say("每季度一次；上次见面 8月2日。", "Once a quarter; last met 2 Aug."),
            { held: Day.say("推迟到 11月26日：家人外出", "Put off until 26 Nov: The family is away"), canPutOff: false })
    ]
}
