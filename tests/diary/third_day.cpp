// SPDX-License-Identifier: Apache-2.0
//
// Thursday: what was begun is brought to its end; and what the colleague did in these days.

#include "shared/domain/catalogue.h"
#include "tests/diary/diary.h"

namespace qiaomen::diary {

void Diary::meanwhile() {
    moods_.passUntil("18:30");
    chapter("Wednesday evening, at the centre: the colleague was at some of the same doors.");
    // Of the same field the later one stands, and the earlier one is kept as a conflict.
    li_.edit(noted_.id, {{"note", "儿子周末在家，平日请先打电话。"}});
    // Of different fields both stand.
    li_.edit(parallel_.id, {{"contact_way", "wechat"}});
    li_.edit(called_.id, {{"do_not_ask", "不要问收入。"}});
    li_.routine(called_.id);
    li_.visit(noted_.id, {{"outcome", "met"}, {"way", "phone"}, {"remark", "电话里问好。"}});
    const Home own = next();
    li_.visit(own.id, {{"outcome", "met"}, {"confirmed", "all"}});
    li_.ask({{"do", "sync"}});
}

void Diary::thirdDay() {
    moods_.passUntil("08:30", 1);
    chapter("Third day: hazards are looked at again.");
    zhang_.hazardStep(passage_, {{"act", "rechecked"}, {"words", "还剩一个柜子"}});
    zhang_.hazardStep(passage_, {{"act", "extended"}, {"until", moods_.date(3)}, {"words", "物业周日派车"}},
                      {{"rectify_by", moods_.date(3)}});
    zhang_.photo(wiring_, "after", picture("wiring-after"));
    zhang_.hazardStep(wiring_, {{"act", "closed"}}, {{"state", "closed"}, {"closed_at", "NOW"}});
    zhang_.hazardStep(ebike_, {{"act", "rechecked"}, {"words", "已清走四辆"}});
    zhang_.takeBack({{"do", "undo"},
                     {"hazard", ebike_},
                     {"step", zhang_.hazardStep(ebike_, {{"act", "closed"}, {"words", "街道说可以了"}},
                                                {{"state", "closed"}, {"closed_at", "NOW"}})}});

    chapter("The papers: one is missing, the complete list is left, and then all goes through.");
    const CatalogueItem& item = itemWithPapers(moods_.date());
    json have = json::array();
    for (std::size_t paper = 1; paper < item.materials.size(); ++paper) have.push_back(item.materials[paper].code);
    zhang_.orderStep(proxyOrder_,
                     {{"act", "cannot"},
                      {"reasons", {"papers_missing"}},
                      {"notice", {{"have", have}, {"way", "read_out"}, {"given_to", "本人"}}}},
                     {{"notice",
                       {{"item", item.code},
                        {"item_from", dateText(item.from)},
                        {"catalogue_version", Catalogue::sample().version()},
                        {"missing", item.materials[0].code},
                        {"words", item.materials[0].name.en},
                        {"given_at", "NOW"},
                        {"way", "read_out"},
                        {"given_to", "本人"},
                        {"worker", zhang_.worker()},
                        {"order_step", "$0"}}}});
    zhang_.orderStep(proxyOrder_, {{"act", "accepted"}, {"agreed_on", moods_.date()}, {"agreed_part", "afternoon"}});
    std::vector<Left> papers;
    have.push_back(item.materials[0].code);
    for (const CatalogueMaterial& material : item.materials) {
        papers.push_back({"carried_paper",
                          {{"material", material.code},
                           {"name", material.name.zh},
                           {"form", "original"},
                           {"copies", 1},
                           {"taken_at", "NOW"},
                           {"taken_by", zhang_.worker()}}});
    }
    zhang_.orderStep(proxyOrder_, {{"act", "collected"}, {"papers", have}}, papers);
    zhang_.orderStep(proxyOrder_, {{"act", "done"}});
    zhang_.orderStep(proxyOrder_, {{"act", "delivered"}, {"handed_to", "本人"}});
    std::vector<Left> back;
    for (const auto& [id, paper] : main_.notebook.state().at("carried_paper"))
        back.push_back({"carried_paper", {{"returned_at", "NOW"}, {"returned_by", zhang_.worker()}}, id});
    zhang_.act({{"do", "return_papers"}, {"order", proxyOrder_}}, back);
    const Left invitation{"evaluation_invitation",
                          {{"door_order", proxyOrder_},
                           {"code_hash", something()},
                           {"invited_at", "NOW"},
                           {"way", "slip"},
                           {"worker", zhang_.worker()}}};
    zhang_.act({{"do", "invite"}, {"order", proxyOrder_}}, {invitation});
    zhang_.orderStep(doorOrder_, {{"act", "done"}, {"companion", "李强"}});
    zhang_.act(
        {{"do", "decline"}, {"order", doorOrder_}},
        {{"evaluation_invitation",
          {{"door_order", doorOrder_}, {"invited_at", "NOW"}, {"way", "declined"}, {"worker", zhang_.worker()}}}});

    chapter("At the door where the colleague had been, of whom she knows nothing yet.");
    zhang_.edit(called_.id, {{"do_not_ask", "不要问家里几口人。"}});
    for (int door = 0; door < 18; ++door) zhang_.routine(next().id);

    chapter("An hour in the neighbouring grid, which will not be hers tomorrow.");
    zhang_.enter(taken_.id, taken_.notebook);
    // Nothing of it is noted yet: it comes late, and somebody else decides about it.
    late_ = lateActs();
    for (Late& late : late_) {
        late.record = zhang_.ask(late.line)["made"][0]["record"];
        late.left.fields.erase("occurred_at");
        if (late.left.collection == "visit") late.left.fields["occurred_at"] = something();
        moods_.pass(std::chrono::minutes(4));
    }
    zhang_.ask({{"do", "visit"},
                {"household", takenHomes_[5].id},
                {"outcome", "met"},
                {"remark", "正要问她的药"},
                {"then", "draft"}});
    zhang_.enter(main_.id, main_.notebook);
}

}  // namespace qiaomen::diary
