// SPDX-License-Identifier: Apache-2.0
#include "syncserver/community/household_maker.h"

#include <algorithm>

#include "shared/sheets/dates.h"
#include "syncserver/community/names.h"

namespace qiaomen {

namespace {

struct Nation {
    std::string_view name;
    int weight;
};
constexpr Nation kNations[] = {{"汉族", 984}, {"回族", 5}, {"满族", 3},  {"苗族", 2},
                               {"土家族", 3}, {"壮族", 2}, {"蒙古族", 1}};

constexpr std::string_view kTownWork[] = {
    "晨光供销合作社", "荷塘路小学", "社区卫生服务站", "滨河五金厂",   "柳荫菜市场", "个体经营", "望江物流公司",
    "晨光环卫所",     "快递站",     "老街餐馆",       "晨光农商银行", "望江服装厂", "自由职业"};
constexpr std::string_view kVillageWork[] = {"务农",     "务农",     "务农",       "水产养殖", "晨光粮油加工厂",
                                             "建筑零工", "个体经营", "滨河五金厂", "家庭农场"};
constexpr std::string_view kAway[] = {"上海务工", "杭州务工", "苏州务工", "合肥务工", "宁波务工", "深圳务工"};
constexpr std::string_view kProvinces[] = {"河南省", "四川省", "湖北省", "安徽省",
                                           "江西省", "贵州省", "湖南省", "江苏省"};
constexpr std::string_view kQuietHours[] = {"12:00-14:30", "12:30-14:00 21:00-08:00", "08:00-15:00", "20:30-08:00",
                                            "21:00-07:30"};
constexpr std::string_view kDoNotAsk[] = {"工作单位", "婚姻状况", "收入情况"};

void addTag(std::string& tags, std::string_view tag) { tags.append(tags.empty() ? "" : " ").append(tag); }

bool isElder(int age) { return age >= 65; }

}  // namespace

void HouseholdMaker::moveIn(const Family& family, HouseholdRow& door, std::vector<ResidentRow>& residents) {
    door.headName = family.members.front().name;
    door.tags = householdTags(family);
    furnish(family, door);
    rememberWishes(family, door);
    const std::size_t first = residents.size();
    for (const auto& member : family.members) residents.push_back(residentRow(family, member, door));
    door.phone = residents[first].phone;
}

ResidentRow HouseholdMaker::residentRow(const Family& family, const Member& member, const HouseholdRow& door) {
    ResidentRow row{.householdNumber = door.number,
                    .name = member.name,
                    .sex = member.sex == Sex::male ? "1" : "2",
                    .birthDate = isoDate(member.birthDate),
                    .relation = std::string(1, member.relation),
                    .population = member.population};
    identify(member, row);
    row.phone = phoneOf(age(member), door);
    row.nation = random_.pickWeighted(kNations).name;
    row.workUnit = workOf(member, age(member), !door.villageGroup.empty());
    row.careTags = careTagsOf(family, member, age(member), door);
    if (member.population == "inflow" || member.population == "lodger") {
        row.registerPlace = random_.pick(kProvinces);
        const int lastYear = static_cast<int>(today_.year()) - 1;
        const int born = static_cast<int>(member.birthDate.year());
        const int year = random_.between(std::min(std::max(lastYear - 6, born + 1), lastYear), lastYear);
        const auto month = static_cast<unsigned>(random_.between(1, 12));
        const auto movedIn = std::chrono::year(year) / std::chrono::month(month) / 1;
        row.livesHereFrom = isoDate(std::max(movedIn, member.birthDate));
    }
    return row;
}

/// Most have an identity number; newborn children often not yet, and a few keep it to themselves.
void HouseholdMaker::identify(const Member& member, ResidentRow& row) {
    const int draw = random_.below(1000);
    if (age(member) == 0 && draw < 600) {
        row.noIdReason = "新生儿未上户口";
    } else if (draw < 6) {
        row.noIdReason = "本人不愿提供";
    } else if (draw < 8) {
        row.noIdReason = "证件遗失补办中";
    } else {
        const bool fromElsewhere = member.population == "inflow" || member.population == "lodger";
        const auto region = std::string(SyntheticNumbers::kElsewhere) + std::to_string(random_.between(11, 59));
        row.idNumber = numbers_.idNumber(fromElsewhere ? region : SyntheticNumbers::kRegion, member.birthDate,
                                         member.sex);
    }
}

std::string HouseholdMaker::phoneOf(int age, const HouseholdRow& door) {
    const int percent = age < 12 ? 0 : age < 18 ? 45 : age < 65 ? 97 : age < 80 ? 82 : 50;
    if (random_.percent(percent)) return numbers_.mobile();
    return isElder(age) && !door.villageGroup.empty() && random_.percent(40) ? numbers_.landline() : std::string{};
}

std::string HouseholdMaker::workOf(const Member& member, int age, bool village) {
    if (member.population == "outflow" && age >= 19) return std::string(random_.pick(kAway));
    if (age >= 6 && age < 12) return "荷塘路小学";
    if (age >= 12 && age < 15) return "晨光初级中学";
    if (age >= 15 && age < 18) return "望江高级中学";
    if (age < 22 || age > 60) return age > 60 && !village ? "退休" : "";
    if (random_.percent(45)) return {};
    return std::string(village ? random_.pick(kVillageWork) : random_.pick(kTownWork));
}

std::string HouseholdMaker::careTagsOf(const Family& family, const Member& member, int age, const HouseholdRow& door) {
    const bool allElders = std::all_of(family.members.begin(), family.members.end(),
                                       [&](const Member& other) { return isElder(this->age(other)); });
    const bool parentsAway = family.living == Living::grandparentsWithChildren;
    const bool isWoman = member.sex == Sex::female;
    const bool comesFromElsewhere = member.population == "inflow";
    std::string tags;
    if (allElders && isElder(age)) addTag(tags, family.members.size() == 1 ? "elder_alone" : "elder_couple");
    if (age >= 80) addTag(tags, "very_old");
    if (parentsAway && member.relation == '4' && age < 16) addTag(tags, "left_behind");
    if (random_.perMille(age >= 50 ? 40 : 14)) addTag(tags, "disabled");
    if (member.relation == '0' && door.tags.find("low_income") != std::string::npos) addTag(tags, "low_income");
    if (member.relation == '0' && door.tags.find("special_hardship") != std::string::npos)
        addTag(tags, "special_hardship");
    if (!isWoman && age >= 24 && random_.perMille(42)) addTag(tags, "veteran");
    if (age >= 55 && random_.perMille(190)) addTag(tags, "chronic");
    if (isWoman && member.married && age >= 23 && age <= 38 && random_.perMille(45)) addTag(tags, "pregnant");
    if (age >= 20 && age <= 55 && member.population == "permanent" && random_.perMille(18)) addTag(tags, "unemployed");
    if (comesFromElsewhere && random_.percent(60)) addTag(tags, "new_resident");
    return tags;
}

std::string HouseholdMaker::householdTags(const Family& family) {
    std::string tags;
    const bool alone = family.living == Living::elderAlone;
    if (alone && random_.perMille(45)) {
        addTag(tags, "special_hardship");
    } else if (random_.perMille(alone ? 80 : 26)) {
        addTag(tags, "low_income");
    }
    if (random_.perMille(9)) addTag(tags, "military_family");
    if (random_.perMille(70)) addTag(tags, "dog");
    if (random_.perMille(4)) addTag(tags, "two_persons");
    return tags;
}

/// What is known of the dwelling itself.
void HouseholdMaker::furnish(const Family& family, HouseholdRow& door) {
    const bool village = !door.villageGroup.empty();
    const bool let = family.living == Living::tenants || family.living == Living::tenantFamily;
    if (let) door.use = family.members.size() > 2 && family.living == Living::tenants ? "shared" : "let";
    door.area = std::to_string(village ? random_.between(90, 240) : random_.between(48, 136));
    if (let) {
        const Sex sex = random_.percent(55) ? Sex::male : Sex::female;
        const int born = random_.between(1950, 1988);
        door.owner = surname(random_);
        door.owner += givenName(random_, sex, born);
        door.ownerPhone = numbers_.mobile();
    } else if (random_.percent(80)) {
        door.owner = door.headName;
    }
}

/// How the household wishes to be visited. Most have said nothing.
void HouseholdMaker::rememberWishes(const Family& family, HouseholdRow& door) {
    const bool hasBaby = std::any_of(family.members.begin(), family.members.end(),
                                     [&](const Member& member) { return age(member) < 3; });
    if (random_.percent(hasBaby ? 45 : 9)) door.quietHours = random_.pick(kQuietHours);
    if (random_.percent(18)) {
        door.contactWay = random_.percent(60) ? "phone" : family.living == Living::elderAlone ? "relative" : "wechat";
    }
    if (random_.percent(4)) door.doNotAsk = random_.pick(kDoNotAsk);
    if (random_.percent(3)) door.note = "白天多不在家，傍晚上门较好";
}

}  // namespace qiaomen
