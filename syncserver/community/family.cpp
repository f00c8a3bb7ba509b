// SPDX-License-Identifier: Apache-2.0
#include "syncserver/community/family.h"

#include <algorithm>

#include "syncserver/community/names.h"

namespace qiaomen {

namespace {

using std::chrono::year_month_day;

struct Share {
    Living living;
    int weight;  ///< per thousand households, about
};

constexpr Share kVillageShares[] = {{Living::alone, 45},
                                    {Living::elderAlone, 95},
                                    {Living::couple, 90},
                                    {Living::elderCouple, 150},
                                    {Living::parentsOneChild, 130},
                                    {Living::parentsTwoChildren, 125},
                                    {Living::oneParent, 35},
                                    {Living::adultWithParent, 55},
                                    {Living::threeGenerations, 85},
                                    {Living::elderHeadThreeGenerations, 90},
                                    {Living::grandparentsWithChildren, 80},
                                    {Living::withLodger, 20}};

constexpr Share kTownShares[] = {{Living::alone, 75},
                                 {Living::elderAlone, 60},
                                 {Living::couple, 125},
                                 {Living::elderCouple, 105},
                                 {Living::parentsOneChild, 255},
                                 {Living::parentsTwoChildren, 125},
                                 {Living::oneParent, 50},
                                 {Living::adultWithParent, 45},
                                 {Living::threeGenerations, 65},
                                 {Living::elderHeadThreeGenerations, 25},
                                 {Living::tenants, 30},
                                 {Living::tenantFamily, 30},
                                 {Living::withLodger, 10}};

/// Builds one family, member by member. Each function adds people to what is there.
class FamilyBuilder {
public:
    FamilyBuilder(SeededRandom& random, const Setting& setting) : random_(random), setting_(setting) {}

    Family build(Living living) {
        family_.living = living;
        switch (living) {
            case Living::alone: addHead(24, 64); break;
            case Living::elderAlone: addHead(66, 92, 42); break;
            case Living::couple: addCouple(25, 64); break;
            case Living::elderCouple: addCouple(63, 88); break;
            case Living::parentsOneChild: addParentsWithChildren(26, 52, 1); break;
            case Living::parentsTwoChildren: addParentsWithChildren(30, 50, 2); break;
            case Living::oneParent: addOneParent(); break;
            case Living::adultWithParent: addAdultWithParent(); break;
            case Living::threeGenerations: addThreeGenerations(); break;
            case Living::elderHeadThreeGenerations: addElderHead(); break;
            case Living::grandparentsWithChildren: addGrandparents(); break;
            case Living::tenants: addTenants(); break;
            case Living::tenantFamily: addTenantFamily(); break;
            case Living::withLodger: addHostAndLodger(); break;
        }
        nameAll();
        moveSome();
        return std::move(family_);
    }

private:
    static bool isMan(const Member& member) { return member.sex == Sex::male; }
    Member& head() { return family_.members.front(); }

    Member& add(char relation, Sex sex, year_month_day birthDate) {
        family_.members.push_back({.sex = sex, .birthDate = birthDate, .relation = relation, .population = "permanent"});
        return family_.members.back();
    }
    Sex eitherSex(int malePercent = 52) { return random_.percent(malePercent) ? Sex::male : Sex::female; }

    /// Some day that makes a person `age` years old today.
    year_month_day bornAtAge(int age) { return before(setting_.today, age, age); }
    /// Some day in the year after the person of that birth date reached the age.
    year_month_day bornInYearOf(year_month_day birthDate, int age) {
        return shifted(birthDate, age, random_.below(364));
    }
    /// Some day between `fewest` and `most` full years, and up to a year more, before the day.
    year_month_day before(year_month_day day, int fewest, int most) {
        const int years = random_.between(fewest, most);
        return shifted(day, -years, -random_.below(364));
    }
    static year_month_day shifted(year_month_day day, int years, int days) {
        const auto kept = std::min(day.day(), std::chrono::day(28));  // exists in every month
        const year_month_day moved{day.year() + std::chrono::years(years), day.month(), kept};
        return year_month_day{std::chrono::sys_days(moved) + std::chrono::days(days)};
    }

    // Draws stand in statements of their own, here and below: the order of a call's arguments differs between compilers.
    void addHead(int youngest, int oldest, int malePercent = 60) {
        const Sex sex = eitherSex(malePercent);
        add('0', sex, bornAtAge(random_.between(youngest, oldest)));
    }
    void addSomebody(char relation, int age) {
        const Sex sex = eitherSex();
        add(relation, sex, bornAtAge(age));
    }

    /// `oldest` and `youngest` are the wife's years; the husband is a little older, as most are.
    void addCouple(int youngest, int oldest) {
        const bool manHeads = random_.percent(setting_.village ? 88 : 64);
        const auto wife = bornAtAge(random_.between(youngest, oldest));
        const auto husband = before(wife, -1, 5);
        add('0', manHeads ? Sex::male : Sex::female, manHeads ? husband : wife).married = true;
        add('1', manHeads ? Sex::female : Sex::male, manHeads ? wife : husband).married = true;
    }

    /// Children of the head (and spouse), at home and therefore rarely over 27.
    void addChildren(int count) {
        const auto mother = youngestParent();
        const int motherAge = ageOn(setting_.today, mother);
        int bornAt = random_.between(std::clamp(motherAge - 27, 22, 33), std::min(34, motherAge - (count == 2 ? 5 : 1)));
        for (int i = 0; i < count; ++i) {
            const bool son = random_.percent(52);
            add(son ? '2' : '3', son ? Sex::male : Sex::female, bornInYearOf(mother, bornAt));
            bornAt += random_.between(2, 4);
        }
    }

    year_month_day youngestParent() {
        year_month_day youngest = head().birthDate;
        for (const auto& member : family_.members) {
            if (member.relation == '1') youngest = std::max(youngest, member.birthDate);
        }
        return youngest;
    }

    /// Parents of the head: the mother, and perhaps the father.
    void addParents(bool both) {
        const auto mother = before(head().birthDate, 21, 30);
        add('5', Sex::female, mother).married = both;
        if (both) add('5', Sex::male, before(mother, 0, 4)).married = true;
    }

    void addParentsWithChildren(int youngest, int oldest, int children) {
        addCouple(youngest, oldest);
        addChildren(children);
    }

    void addOneParent() {
        addHead(29, 52, 35);
        addChildren(1);
    }

    void addAdultWithParent() {
        addHead(28, 54, 70);
        addParents(random_.percent(25));
    }

    void addThreeGenerations() {
        addParentsWithChildren(28, 50, random_.percent(40) ? 2 : 1);
        addParents(random_.percent(50));
    }

    /// An elder couple, their son and his wife, and the grandchild.
    void addElderHead() {
        addCouple(56, 72);
        const auto son = bornInYearOf(youngestParent(), random_.between(22, 29));
        add('2', Sex::male, son).married = true;
        const auto wife = bornInYearOf(son, random_.between(0, 2));
        add('3', Sex::female, wife).married = true;  // GB/T 4761 counts a daughter-in-law among the daughters
        const int motherAge = ageOn(setting_.today, wife);
        const int bornAt = random_.between(std::clamp(motherAge - 20, 22, 30), std::min(31, motherAge - 1));
        const Sex sex = eitherSex();
        add('4', sex, bornInYearOf(wife, bornAt));
    }

    /// The parents work in a distant town and are registered here or there; their children stay with the elders.
    void addGrandparents() {
        if (random_.percent(70)) {
            addCouple(54, 69);
        } else {
            addHead(55, 70, 25);
        }
        const int age = std::clamp(ageOn(setting_.today, youngestParent()) - random_.between(46, 52), 1, 15);
        addSomebody('4', age);
        if (random_.percent(40)) addSomebody('4', std::max(age - random_.between(2, 4), 0));
    }

    void addTenants() {
        addHead(20, 38, 55);
        const int others = random_.below(3);
        for (int i = 0; i < others; ++i) add('8', head().sex, bornAtAge(random_.between(19, 40)));
        allAre("inflow");
    }

    void addTenantFamily() {
        addParentsWithChildren(24, 42, random_.below(2));
        allAre("inflow");
    }

    void addHostAndLodger() {
        addCouple(40, 66);
        addSomebody('8', random_.between(22, 58));
        family_.members.back().population = "lodger";
    }

    void allAre(const char* population) {
        for (auto& member : family_.members) member.population = population;
    }

    /// Children carry their father's surname, in most cases the family's one; wives keep their own.
    void nameAll() {
        const bool ofClan = !setting_.clan.empty() && random_.percent(45);
        const std::string own = ofClan && isMan(head()) ? setting_.clan : std::string(surname(random_));
        std::string fathers = isMan(head()) ? own : std::string(surname(random_));
        for (auto& member : family_.members) {
            const bool bloodOfHead = member.relation == '0' || (member.relation == '5' && isMan(member));
            const bool childByBirth = (member.relation == '2' || member.relation == '3' || member.relation == '4') &&
                                      !(member.relation == '3' && member.married);
            member.surname = bloodOfHead ? own : childByBirth ? fathers : std::string(surname(random_));
            if (member.relation == '1' && isMan(member)) fathers = member.surname;
            member.name = member.surname + givenName(random_, member.sex, static_cast<int>(member.birthDate.year()));
        }
    }

    /// Of working age, some have gone to work elsewhere; in town the office knows some by their register only.
    void moveSome() {
        const int chance = setting_.village ? 18 : 5;
        for (auto& member : family_.members) {
            const int age = ageOn(setting_.today, member.birthDate);
            const bool may = member.population == "permanent" && age >= 19 && age <= 56 && member.relation != '5';
            if (may && family_.members.size() > 1 && random_.percent(chance)) {
                member.population = setting_.village || random_.percent(40) ? "outflow" : "registered";
            }
        }
    }

    SeededRandom& random_;
    const Setting& setting_;
    Family family_;
};

}  // namespace

Family makeFamily(SeededRandom& random, const Setting& setting) {
    const Living living = setting.village ? random.pickWeighted(kVillageShares).living
                                          : random.pickWeighted(kTownShares).living;
    return FamilyBuilder(random, setting).build(living);
}

int ageOn(year_month_day day, year_month_day birthDate) {
    const int years = static_cast<int>(day.year()) - static_cast<int>(birthDate.year());
    const bool hadBirthday = std::pair(day.month(), day.day()) >= std::pair(birthDate.month(), birthDate.day());
    return hadBirthday ? years : years - 1;
}

}  // namespace qiaomen
