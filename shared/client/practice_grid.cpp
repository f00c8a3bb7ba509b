// SPDX-License-Identifier: Apache-2.0
#include "shared/client/practice_grid.h"

#include <array>
#include <string>

#include "shared/core/digest.h"
#include "shared/core/json.h"
#include "shared/domain/civil_day.h"
#include "shared/domain/collections.h"

namespace qiaomen {

namespace {

constexpr std::int64_t kHourMs = std::int64_t{3600} * 1000;
constexpr std::int64_t kDayMs = 24 * kHourMs;
/// Whoever wrote the neighbourhood down: not the newcomer's device.
constexpr DeviceId kColleague = {{0x01, 0x90, 0, 0, 0, 0, 0x70, 0, 0xb0, 0, 'm', 'a', 't', 'e', 0, 1}};
constexpr const char* kColleagueName = "周老师";
constexpr const char* kClerkName = "方文静";
constexpr const char* kEstate = "梧桐苑";
constexpr const char* kVillage = "柳溪一组";
constexpr const char* kBell = "门铃坏了，敲门要重一些";

struct Person {
    const char* name;
    const char* sex;
    const char* relation;
    const char* born;
    const char* careTags = "";
};

/// A household behind a door, and how long ago somebody met it: days, 0 for never.
struct Home {
    const char* room;
    std::vector<Person> people;
    int metDaysAgo = 0;
    const char* tags = "";
    const char* quietHours = "";
    const char* note = "";
};

const std::vector<Home>& townHomes() {
    static const std::vector<Home> kHomes = {
        {"101", {{"许桂芳", "2", "0", "1941-03-12", "elder_alone very_old chronic"}}, 45, "", "12:30-14:30"},
        {"102",
         {{"贺建军", "1", "0", "1979-08-02"}, {"谢红霞", "2", "1", "1981-11-23"}, {"贺子轩", "1", "2", "2012-06-09"}},
         20,
         "",
         "",
         kBell},
        {"201", {{"孟庆华", "1", "0", "1956-01-30", "veteran"}, {"秦淑兰", "2", "1", "1958-05-17"}}, 75},
        {"202", {{"邹晓燕", "2", "0", "1990-09-14", "pregnant"}, {"邹一鸣", "1", "2", "2018-02-21"}}, 8},
        {"301", {{"阿依努尔·买买提", "2", "0", "1988-04-05"}, {"艾力·吐尔逊", "1", "1", "1986-07-19"}}, 0, "dog"},
        {"302", {{"段志强", "1", "0", "1968-12-01", "unemployed low_income"}}, 130, "low_income"},
    };
    return kHomes;
}

const std::vector<Home>& villageHomes() {
    static const std::vector<Home> kHomes = {
        {"1",
         {{"柳长根", "1", "0", "1949-10-01", "elder_couple"}, {"龚秀珍", "2", "1", "1952-02-14", "elder_couple"}},
         33},
        {"2", {{"柳国强", "1", "0", "1974-06-06"}, {"柳依依", "2", "3", "2014-09-01", "left_behind"}}, 95},
        {"3", {{"白凤英", "2", "0", "1938-08-08", "elder_alone very_old disabled"}}, 15},
        {"4",
         {{"柳海涛", "1", "0", "1983-03-27"}, {"殷丽萍", "2", "1", "1985-10-30"}, {"柳知夏", "2", "3", "2016-05-04"}},
         0},
    };
    return kHomes;
}

/// GB 11643-1999 with the region 990000, which is nobody's.
std::string idNumber(const std::string& born, const std::string& sex, int order) {
    constexpr std::array kWeights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    std::string digits = "990000" + born.substr(0, 4) + born.substr(5, 2) + born.substr(8, 2);
    const std::string place = std::to_string(100 + 2 * order + (sex == "1" ? 1 : 0));
    digits += place;
    int sum = 0;
    for (std::size_t at = 0; at < kWeights.size(); ++at) sum += kWeights[at] * (digits[at] - '0');
    return digits + "10X98765432"[sum % 11];
}

/// Records as a colleague wrote them down, one after the other.
class Neighbourhood {
public:
    Neighbourhood(std::int64_t nowMs, const RandomSource& random) : nowMs_(nowMs), random_(random) {}

    RecordId write(const Collection& collection, int daysAgo, const std::vector<FieldValue>& values) {
        const std::int64_t at = daysBefore(daysAgo);
        Record record(collection.number(), RecordId::make(at, random_));
        const Stamp stamp{logicalTime(at, ++count_), kColleague};
        for (const FieldValue& value : values) {
            if (value.value != Value("")) record.put(value.field, value.value, stamp);
        }
        digest_.add(record);
        records_.push_back(std::move(record));
        return records_.back().id();
    }
    /// An hour before this time of the day, so many days ago.
    [[nodiscard]] std::int64_t daysBefore(int days) const { return nowMs_ - days * kDayMs - kHourMs; }
    [[nodiscard]] std::string dayAhead(int days) const { return dateText(WallClock{nowMs_}.day() + days); }

    Snapshot take() {
        return {kPracticeGrid, {.epoch = 1, .seq = records_.size()}, digest_.total(), std::move(records_)};
    }

private:
    std::int64_t nowMs_;
    const RandomSource& random_;
    std::uint16_t count_ = 0;
    std::vector<Record> records_;
    Digest digest_;
};

/// A family moved in: what later records refer to.
struct Settled {
    RecordId household;
    std::vector<RecordId> people;
};

constexpr int kBegun = 200;  ///< days ago, when the register was made

Settled settle(Neighbourhood& all, const Home& home, const RecordId& door, int number) {
    const Person& head = home.people.front();
    const std::string phone = "1540000" + std::to_string(1000 + number);
    Settled settled;
    settled.household = all.write(household, kBegun,
                                  {{household.dwelling, door},
                                   {household.headName, head.name},
                                   {household.householdNumber, "LX" + std::to_string(100 + number)},
                                   {household.tags, home.tags},
                                   {household.phone, phone},
                                   {household.quietHours, home.quietHours},
                                   {household.note, home.note}});
    for (std::size_t at = 0; at < home.people.size(); ++at) {
        const Person& person = home.people[at];
        settled.people.push_back(
            all.write(resident, kBegun,
                      {{resident.household, settled.household},
                       {resident.fullName, person.name},
                       {resident.sex, person.sex},
                       {resident.relation, person.relation},
                       {resident.birthDate, person.born},
                       {resident.idNumber, idNumber(person.born, person.sex, 10 * number + static_cast<int>(at))},
                       {resident.phone, at == 0 ? phone : ""},
                       {resident.population, "permanent"},
                       {resident.careTags, person.careTags}}));
    }
    if (home.metDaysAgo > 0)
        all.write(visit, home.metDaysAgo,
                  {{visit.household, settled.household},
                   {visit.occurredAt, all.daysBefore(home.metDaysAgo)},
                   {visit.way, "door"},
                   {visit.outcome, "met"},
                   {visit.reasons, "routine"},
                   {visit.confirmed, "members contacts"},
                   {visit.remark, "家中一切正常。"},
                   {visit.worker, kColleagueName}});
    return settled;
}

std::vector<Settled> settleTown(Neighbourhood& all) {
    std::vector<Settled> town;
    int number = 0;
    for (const char* unit : {"1", "2"}) {
        for (const Home& home : townHomes()) {
            const std::string room = home.room;
            const RecordId door = all.write(
                dwelling, kBegun,
                {{dwelling.estate, kEstate},
                 {dwelling.building, "1"},
                 {dwelling.unit, unit},
                 {dwelling.floor, room[0] - '0'},
                 {dwelling.room, room},
                 {dwelling.address, std::string(kEstate) + "1栋" + unit + "单元" + room + "室"},
                 {dwelling.use, *unit == '1' ? "owner" : "vacant"}});
            if (*unit == '1') town.push_back(settle(all, home, door, ++number));
        }
    }
    return town;
}

std::vector<Settled> settleVillage(Neighbourhood& all) {
    std::vector<Settled> village;
    int number = 50;
    for (const Home& home : villageHomes()) {
        const RecordId door = all.write(dwelling, kBegun,
                                        {{dwelling.villageGroup, kVillage},
                                         {dwelling.gate, home.room},
                                         {dwelling.address, std::string(kVillage) + home.room + "号"},
                                         {dwelling.use, "owner"}});
        village.push_back(settle(all, home, door, ++number));
    }
    return village;
}

/// What is open, so that there is something to do.
void addWork(Neighbourhood& all, const std::vector<Settled>& town, const std::vector<Settled>& village) {
    all.write(need, 6,
              {{need.household, town[0].household},
               {need.heardAt, all.daysBefore(6)},
               {need.text, "想申请居家养老助餐，每天送一顿午饭。"},
               {need.kind, "elder_care"},
               {need.urgency, "soon"},
               {need.wantsReply, true},
               {need.route, "community"},
               {need.state, "open"},
               {need.heardBy, kColleagueName}});
    all.write(hazard, 9,
              {{hazard.household, town[5].household},
               {hazard.foundAt, all.daysBefore(9)},
               {hazard.kind, "ebike"},
               {hazard.risk, "general"},
               {hazard.place, std::string(kEstate) + "1栋1单元302室"},
               {hazard.text, "电动车在门厅充电，插线板老化。"},
               {hazard.responsible, "段志强"},
               {hazard.rectifyBy, all.dayAhead(-2)},
               {hazard.state, "open"},
               {hazard.foundBy, kColleagueName}});
    all.write(doorOrder, 1,
              {{doorOrder.household, village[2].household},
               {doorOrder.kind, "proxy"},
               {doorOrder.resident, village[2].people[0]},
               {doorOrder.item, "03-01"},
               {doorOrder.what, "行动不便，请上门取材料代办。"},
               {doorOrder.channel, "phone"},
               {doorOrder.askedAt, all.daysBefore(1)},
               {doorOrder.wantedOn, all.dayAhead(0)},
               {doorOrder.wantedPart, "afternoon"},
               {doorOrder.takenBy, kClerkName}});
    all.write(visit, 3,
              {{visit.household, village[0].household},
               {visit.occurredAt, all.daysBefore(3)},
               {visit.way, "phone"},
               {visit.outcome, "later"},
               {visit.reasons, "care"},
               {visit.nextStep, "带上体检预约单"},
               {visit.nextDate, all.dayAhead(0)},
               {visit.worker, kColleagueName}});
}

/// The newcomer wrote a note, a colleague another one, and neither knew of the other.
void addConflict(Neighbourhood& all, const Settled& home, const Newcomer& newcomer) {
    all.write(conflict, 1,
              {{conflict.grade, "clash"},
               {conflict.ofCollection, static_cast<std::int64_t>(household.number())},
               {conflict.ofRecord, home.household},
               {conflict.ofField, static_cast<std::int64_t>(household.note)},
               {conflict.winner, toJson(Value(kBell))},
               {conflict.winnerBy, kColleagueName},
               {conflict.winnerAt, all.daysBefore(1)},
               {conflict.winnerDevice, kColleague.text()},
               {conflict.loser, toJson(Value("白天上班，晚上六点以后在家"))},
               {conflict.loserBy, newcomer.name},
               {conflict.loserAt, all.daysBefore(2)},
               {conflict.loserDevice, newcomer.device.text()},
               {conflict.state, "open"}});
}

void addGrid(Neighbourhood& all, const Newcomer& newcomer) {
    all.write(grid, kBegun,
              {{grid.code, "990000000001"},
               {grid.gridName, kPracticeGridName},
               {grid.kind, "base"},
               {grid.community, "梧桐里社区（虚构）"},
               {grid.plannedHouseholds, 10},
               {grid.worker, newcomer.name},
               {grid.clerk, kClerkName},
               {grid.phone, "0990-0000000"}});
}

}  // namespace

Snapshot practiceGrid(std::int64_t nowMs, const Newcomer& newcomer, const RandomSource& random) {
    Neighbourhood all(nowMs, random);
    addGrid(all, newcomer);
    const std::vector<Settled> town = settleTown(all), village = settleVillage(all);
    addWork(all, town, village);
    addConflict(all, town[1], newcomer);
    return all.take();
}

}  // namespace qiaomen
