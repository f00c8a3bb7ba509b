// SPDX-License-Identifier: Apache-2.0
//
// Wednesday: who moves, what is asked for, a full disk, a clock that is wrong.

#include <algorithm>

#include "shared/domain/catalogue.h"
#include "tests/diary/diary.h"

namespace qiaomen::diary {

namespace {

/// Nobody's: the region 990101 is not assigned. Born 1990-05-12, a woman.
constexpr const char* kNewcomerId = "990101199005120020";

}  // namespace

const CatalogueItem& itemWithPapers(const std::string& day) {
    const auto items = Catalogue::sample().itemsOn(*civilDay(day));
    return **std::ranges::find_if(
        items, [](const CatalogueItem* item) { return item->materials.size() >= 3 && !item->isImmediate(); });
}

void Diary::movesAndPapers() {
    moods_.passUntil("08:30", 1);
    chapter("Second day: who came, who left, who founded a household.");
    for (int door = 0; door < 6; ++door) zhang_.routine(next().id);

    const Home growing = next();
    zhang_.move({{"household", growing.id},
                 {"kind", "in"},
                 {"name", "周新妮"},
                 {"id_number", kNewcomerId},
                 {"relation", "8"},
                 {"reason", "work"},
                 {"place", "外省"}},
                {{"household", growing.id}, {"people", "周新妮"}},
                {{"resident",
                  {{"household", growing.id},
                   {"name", "周新妮"},
                   {"id_number", kNewcomerId},
                   {"birth_date", "1990-05-12"},
                   {"sex", "2"},
                   {"relation", "8"},
                   {"lives_here_from", moods_.date()}}}});

    const Home leaving = next(2);
    zhang_.move({{"household", leaving.id},
                 {"kind", "out"},
                 {"people", {leaving.members[1]}},
                 {"reason", "school"},
                 {"place", "省城"}},
                {{"household", leaving.id}, {"people", person(leaving.members[1])["name"]}},
                {{"resident", {{"lives_here_to", moods_.date()}, {"change_reason", "求学"}}, leaving.members[1]}});

    const Home parted = next(3);
    const json grown = person(parted.members[2]);
    zhang_.move(
        {{"household", parted.id}, {"kind", "split"}, {"people", {parted.members[2]}}, {"new_head", parted.members[2]}},
        {{"household", parted.id}, {"people", grown["name"]}, {"other", "$1"}},
        {{"household", {{"dwelling", parted.dwelling}, {"head_name", grown["name"]}}},
         {"resident", {{"household", "$1"}, {"relation", "0"}}, parted.members[2]}});

    const auto lonely = std::ranges::find_if(homes_.begin() + static_cast<std::ptrdiff_t>(next_), homes_.end(),
                                             [](const Home& home) { return home.members.size() == 1; });
    const Home joined = *lonely;
    homes_.erase(lonely);
    const Home host = next(2);
    zhang_.move({{"household", joined.id}, {"kind", "join"}, {"query", host.head}, {"target", host.id}},
                {{"household", joined.id}, {"people", joined.head}, {"other", host.id}},
                {{"household", {{"moved_out", moods_.date()}}, joined.id},
                 {"resident",
                  {{"household", host.id}, {"relation", nullptr}, {"lives_here_from", moods_.date()}},
                  joined.members[0]}});

    chapter("A move that was the neighbours' is taken back.");
    const Home mistaken = next(2);
    zhang_.takeBack(
        {{"do", "undo"},
         {"move", zhang_.move({{"household", mistaken.id}, {"kind", "out"}, {"people", {mistaken.members[1]}}},
                              {{"household", mistaken.id}, {"people", person(mistaken.members[1])["name"]}},
                              {{"resident", {{"lives_here_to", moods_.date()}}, mistaken.members[1]}})}});

    const Home let = next();
    const std::string lease = zhang_
                                  .act({{"do", "anchor"},
                                        {"household", let.id},
                                        {"kind", "lease"},
                                        {"title", "租房合同"},
                                        {"from", "2026-03-01"},
                                        {"expires", "2026-12-20"}},
                                       {{"anchor",
                                         {{"household", let.id},
                                          {"kind", "lease"},
                                          {"title", "租房合同"},
                                          {"from_day", "2026-03-01"},
                                          {"expires", "2026-12-20"}}}})
                                  .front();
    zhang_.act(
        {{"do", "anchor"}, {"household", let.id}, {"anchor", lease}, {"ended", moods_.date()}, {"note", "提前退租"}},
        {{"anchor", {{"ended", moods_.date()}, {"note", "提前退租"}}, lease}});
    zhang_.act({{"do", "anchor"},
                {"household", let.id},
                {"people", {let.members[0]}},
                {"kind", "certificate"},
                {"title", "居住证"},
                {"expires", "2027-06-30"}},
               {{"anchor",
                 {{"household", let.id},
                  {"resident", let.members[0]},
                  {"kind", "certificate"},
                  {"title", "居住证"},
                  {"expires", "2027-06-30"}}}});
    zhang_.act({{"do", "reveal"},
                {"collection", "resident"},
                {"record", let.members[0]},
                {"field", "id_number"},
                {"reason", "service"}},
               {{"read_audit",
                 {{"household", let.id},
                  {"of_collection", 4},
                  {"of_record", let.members[0]},
                  {"of_field", 5},
                  {"read_at", "NOW"},
                  {"reader", zhang_.worker()},
                  {"device", zhang_.ask({{"do", "open"}})["device"]},
                  {"reason", "service"}}}});

    chapter("What people ask for at the door: one by proxy, one at the door, one that they think better of.");
    const CatalogueItem& item = itemWithPapers(moods_.date());
    const Home proxy = next();
    proxyOrder_ = zhang_.order(proxy.id, {{"kind", "proxy"},
                                          {"item", item.code},
                                          {"resident", proxy.members[0]},
                                          {"wanted_on", moods_.date(1)},
                                          {"wanted_part", "morning"},
                                          {"entrusted", true}});
    zhang_.orderStep(proxyOrder_, {{"act", "accepted"}, {"agreed_on", moods_.date(1)}, {"agreed_part", "morning"}});
    doorOrder_ = zhang_.order(next().id, {{"kind", "door"}, {"what", "教老人用手机看病挂号"}, {"channel", "phone"}});
    zhang_.orderStep(doorOrder_, {{"act", "accepted"}, {"agreed_on", moods_.date()}});
    zhang_.orderStep(doorOrder_, {{"act", "not_home"}, {"agreed_on", moods_.date(1)}, {"words", "敲门无人应"}});
    const std::string company = zhang_.order(next().id, {{"kind", "company"}, {"what", "陪同去医院"}});
    zhang_.orderStep(company, {{"act", "withdrawn"}, {"words", "女儿请假回来了"}});

    chapter("What can wait is put off, with its reason.");
    putOff_ = nextInCare();
    zhang_.putOff(putOff_.id, "care", 5);
    zhang_.act({{"do", "note_reason"}, {"household", half_.id}, {"reason", "urgent"}, {"words", "送药"}},
               {{"plan_note",
                 {{"household", half_.id},
                  {"kind", "knock_again"},
                  {"noted_at", "NOW"},
                  {"reason", "urgent"},
                  {"words", "送药"},
                  {"worker", zhang_.worker()}}}});
}

void Diary::fullDisk() {
    moods_.passUntil("12:10");
    zhang_.phone().quit();
    zhang_.startAgain();  // so that there is no room left in files of before
    chapter("The phone is full: the app says what to do, and loses nothing.");
    const Home home = next();
    const std::int64_t begun = moods_.nowMs("zhang");
    const json typed = {{"outcome", "met"}, {"confirmed", "all"}, {"remark", std::string(1900, 'x')}};
    json line = typed;
    line.update({{"do", "visit"}, {"household", home.id}});
    moods_.fillDisk("zhang");
    const std::string problem = zhang_.fails(line);
    check(problem == "The storage of this device is full. Nothing was lost: remove photos or apps, then save again.",
          "on a full disk the app says: " + problem);
    check(zhang_.ask({{"do", "household"}, {"household", home.id}})["visit_count"] == 0, "half a visit was saved");
    const std::string noPhoto = zhang_.fails(
        {{"do", "new_photos"}, {"hazard", wiring_}, {"photos", {{{"file", picture("wiring")}}}}});
    check(noPhoto == problem, "on a full disk a photo says: " + noPhoto);
    moods_.freeDisk("zhang");
    zhang_.act({{"do", "save_again"}}, {zhang_.leftByVisit(home.id, typed)}, begun);
    zhang_.photo(wiring_, "before", picture("wiring"));
}

void Diary::wrongClock() {
    moods_.passUntil("14:00");
    chapter("The battery was empty, and the clock is eleven days slow until the phone hears the time again.");
    const Home home = next();
    zhang_.edit(home.id, {{"note", "早上写的。"}});
    moods_.setWrong("zhang", -std::chrono::minutes(11 * 24 * 60));
    zhang_.edit(home.id, {{"note", "钟慢的时候改的，后写的算数。"}});
    zhang_.routine(home.id);
    for (int door = 0; door < 4; ++door) zhang_.routine(next().id);
    zhang_.notHome(next().id);
    moods_.setWrong("zhang", std::chrono::minutes(0));
    zhang_.edit(home.id, {{"contact_way", "phone"}});
    for (int door = 0; door < 5; ++door) zhang_.routine(next().id);
}

}  // namespace qiaomen::diary
