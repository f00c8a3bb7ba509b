// SPDX-License-Identifier: Apache-2.0
//
// Tuesday: a stairwell with doors of every kind, then the cellars.

#include "tests/diary/diary.h"

namespace qiaomen::diary {

void Diary::firstMorning() {
    moods_.passUntil("08:20", 1);
    chapter("First morning: door after door, without a network.");
    for (int door = 0; door < 8; ++door) sent_ = zhang_.routine(next().id);
    zhang_.visit(next().id,
                 {{"outcome", "met"}, {"confirmed", "all"}, {"remark", "家中一切正常，提醒了冬季用电安全。"}});
    zhang_.visit(next().id,
                 {{"outcome", "met"}, {"confirmed", {"members", "contacts"}}, {"reasons", {"routine", "care"}}});
    zhang_.visit(
        next().id,
        {{"outcome", "met"}, {"confirmed", "all"}, {"next_step", "带助餐申请表来"}, {"next_date", moods_.date(6)}});
    for (int door = 0; door < 3; ++door) zhang_.notHome(next().id);
    zhang_.visit(next().id, {{"outcome", "refused"}, {"remark", "不方便开门。"}});
    zhang_.visit(next().id, {{"outcome", "later"}, {"next_date", moods_.date(1)}});
    zhang_.visit(next().id, {{"outcome", "met"}, {"way", "phone"}, {"confirmed", {"contacts"}}});
    zhang_.visit(next().id, {{"outcome", "vacant"}});
    zhang_.visit(next().id, {{"outcome", "moved"}, {"remark", "邻居说上月已搬走。"}});

    const Home family = next(2);
    zhang_.visit(family.id,
                 {{"outcome", "met"},
                  {"persons_met", family.head},
                  {"residents",
                   {{{"id", family.members[0]}, {"field", "phone"}, {"value", "15400001111"}},
                    {{"id", family.members[1]}, {"field", "work_unit"}, {"value", "青石小学"}}}}},
                 {{"resident", {{"phone", "15400001111"}}, family.members[0]},
                  {"resident", {{"work_unit", "青石小学"}}, family.members[1]}});
    const Home elder = next();
    zhang_.visit(
        elder.id,
        {{"outcome", "met"},
         {"confirmed", "all"},
         {"needs", {{{"text", "想申请居家养老助餐，每天送一顿午饭。"}, {"kind", "elder_care"}, {"wants_reply", true}}}}},
        {{"need",
          {{"household", elder.id},
           {"visit", "$0"},
           {"heard_at", "NOW"},
           {"text", "想申请居家养老助餐，每天送一顿午饭。"},
           {"kind", "elder_care"},
           {"urgency", "normal"},
           {"route", "community"},
           {"wants_reply", 1},
           {"state", "open"},
           {"heard_by", zhang_.worker()}}}});

    noted_ = next();
    zhang_.edit(noted_.id, {{"note", "老人耳朵不好，敲门请重一些。"}});
    parallel_ = next();
    zhang_.edit(parallel_.id, {{"quiet_hours", "13:10-15:20"}});
    called_ = next();  // Zhang comes back to them on Thursday; her colleague will have been quicker

    chapter("The wrong door: a mistaken tap is taken back, and what was typed by mistake as well.");
    const Home wrong = next();
    zhang_.takeBack({{"do", "undo"}, {"visit", zhang_.notHome(wrong.id)}});
    const json typed = {{"outcome", "met"}, {"remark", "说起楼道感应灯不亮。"}, {"confirmed", {"members"}}};
    zhang_.takeBack({{"do", "undo"}, {"visit", zhang_.visit(wrong.id, typed)}});
    const std::int64_t then = moods_.nowMs("zhang");
    zhang_.act({{"do", "visit"}, {"household", wrong.id}, {"confirmed", {"members", "dwelling"}}}, {[&] {
                   json corrected = typed;
                   corrected["confirmed"] = {"members", "dwelling"};
                   Left left = zhang_.leftByVisit(wrong.id, corrected);
                   left.fields["occurred_at"] = something();  // when it was first typed
                   return left;
               }()},
               then);

    chapter("An app that dies over a half-typed visit: what was typed is there.");
    half_ = next();
    const std::int64_t begun = moods_.nowMs("zhang");
    zhang_.ask({{"do", "visit"},
                {"household", half_.id},
                {"outcome", "met"},
                {"remark", "刚坐下来，还没说完"},
                {"then", "draft"}});
    zhang_.phone().kill();
    zhang_.startAgain();
    moods_.pass(std::chrono::minutes(2));
    zhang_.act(
        {{"do", "visit"}, {"household", half_.id}, {"confirmed", "all"}},
        {zhang_.leftByVisit(half_.id, {{"outcome", "met"}, {"remark", "刚坐下来，还没说完"}, {"confirmed", "all"}})},
        begun);
}

void Diary::cellar() {
    moods_.passUntil("14:00");
    chapter("The cellars: hazards with photos, where no network ever was.");
    passage_ = zhang_.hazard({{"at", "1栋地下室通道"}},
                             {{"kind", "fire_passage"}, {"risk", "general"}, {"text", "旧家具堵住半边通道"}},
                             {picture("passage-1"), picture("passage-2")});
    ebike_ = zhang_.hazard({{"at", "2栋地下室"}},
                           {{"kind", "ebike"}, {"risk", "major"}, {"text", "六辆电动车飞线充电"}}, {picture("ebike")});
    zhang_.hazard({{"at", "3栋1单元楼道"}}, {{"kind", "extinguisher"}, {"risk", "small"}, {"fixed_on_spot", true}});
    const Home wires = next();
    wiring_ = zhang_.hazard({{"household", wires.id}},
                            {{"kind", "wiring"}, {"risk", "general"}, {"place", "阳台"}, {"responsible", wires.head}});
    zhang_.need(next().id, {{"text", "楼上漏水两个月，请社区帮忙协调。"}, {"kind", "housing"}, {"urgency", "soon"}});
    zhang_.hazardStep(passage_, {{"act", "notice"}, {"to_whom", "锦绣物业"}, {"until", moods_.date(2)}},
                      {{"state", "rectifying"}, {"rectify_by", moods_.date(2)}, {"responsible", "锦绣物业"}});
    zhang_.hazardStep(ebike_, {{"act", "escalated"}, {"to_whom", "街道安监办"}, {"words", "已电话报告"}},
                      {{"state", "escalated"}});
    zhang_.hazardStep(wiring_, {{"act", "notice"}, {"to_whom", wires.head}, {"until", moods_.date(7)}},
                      {{"state", "rectifying"}, {"rectify_by", moods_.date(7)}});

    chapter("An app that dies in the middle of a save: the visit is whole, and there once.");
    const Home dying = next(1);
    const json typed = {{"outcome", "met"}, {"confirmed", "all"}, {"remark", "燃气软管老化"}};
    json line = typed;
    line.update({{"do", "visit"},
                 {"household", dying.id},
                 {"needs", {{{"text", "请人换燃气软管"}, {"kind", "housing"}}}},
                 {"hazards", {{{"kind", "gas"}, {"risk", "general"}}}}});
    const std::int64_t begun = moods_.nowMs("zhang");
    moods_.slowDisk("zhang");
    zhang_.phone().send(line);
    moods_.waitForDisk("zhang");
    zhang_.phone().kill();
    moods_.quickenDisk("zhang");
    zhang_.startAgain();
    // Nobody was told of it: the records are found on the household's page.
    const json page = zhang_.ask({{"do", "household"}, {"household", dying.id}});
    json made = json::array();
    for (const json& event : page["timeline"]) {
        const char* const kinds[] = {"visit", "need", "hazard"};
        made.push_back({{"collection", kinds[event["kind"].get<int>()]}, {"record", event["record_id"]}});
    }
    const Home& home = dying;
    zhang_.found(made,
                 {zhang_.leftByVisit(home.id, typed),
                  {"need",
                   {{"household", home.id},
                    {"visit", "$0"},
                    {"heard_at", "NOW"},
                    {"text", "请人换燃气软管"},
                    {"kind", "housing"},
                    {"urgency", "normal"},
                    {"route", "community"},
                    {"state", "open"},
                    {"heard_by", zhang_.worker()}}},
                  {"hazard",
                   {{"household", home.id},
                    {"visit", "$0"},
                    {"found_at", "NOW"},
                    {"kind", "gas"},
                    {"risk", "general"},
                    {"place", main_.notebook.record("dwelling", home.dwelling).at("address")},
                    {"rectify_by", moods_.date(7)},
                    {"state", "open"},
                    {"found_by", zhang_.worker()}}}},
                 begun);
    const json again = zhang_.ask({{"do", "visit"}, {"household", dying.id}, {"then", "discard"}});
    check(again["recovered"] == false, "a visit that was saved came back as a draft");

    for (int door = 0; door < 5; ++door) zhang_.routine(next().id);
    zhang_.visit(next().id, {{"outcome", "met"}, {"way", "outside"}, {"remark", "在楼下遇见，聊了几句。"}});
}

}  // namespace qiaomen::diary
