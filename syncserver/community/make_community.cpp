// SPDX-License-Identifier: Apache-2.0
#include "syncserver/community/make_community.h"

#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "syncserver/community/doors.h"
#include "syncserver/community/family.h"
#include "syncserver/community/household_maker.h"
#include "syncserver/community/names.h"
#include "syncserver/community/synthetic_numbers.h"

namespace qiaomen {

namespace {

/// The figures that the community has to meet, one line per register kind.
struct Target {
    std::string_view registerKind;
    int households;
    int persons;
    int grids;
    int spread;  ///< how far a grid's size may be from the mean
};
constexpr Target kVillagers{"agricultural", 1531, 4611, 8, 20};
constexpr Target kTownspeople{"non_agricultural", 1404, 4093, 4, 22};

constexpr std::string_view kCommunityName = "晨光社区";
constexpr std::string_view kVillages[] = {"柳湾村",   "下塘村", "石桥头村", "荷叶洲村",
                                          "大樟树村", "竹园村", "窑上村",   "渡口村"};
constexpr std::string_view kNumerals[] = {"一", "二", "三", "四", "五", "六", "七", "八"};

const std::vector<Estate>& estatesOf(std::size_t group) {
    static const std::vector<Estate> kEstates[] = {
        {{"滨河路柳荫小区", 6, 4, 2}, {"滨河路供销社宿舍", 4, 2, 3}},
        {{"荷塘路荷塘苑", 6, 3, 2}, {"荷塘路粮站家属院", 5, 2, 2}, {"荷塘路望江公寓", 11, 2, 2}},
        {{"老街晨光新村", 5, 3, 2}, {"老街教师楼", 6, 2, 2}},
        {{"望江大道江景花园", 18, 2, 3}, {"望江大道望江小区", 6, 4, 2}}};
    return kEstates[group % std::size(kEstates)];
}

// Streams of the seed, far apart so that grids never share one.
enum Stream : std::uint64_t { kSizes = 1, kNumbers = 2, kBalance = 3, kStaff = 4, kFirstGrid = 100 };

/// A grid while it is being made.
struct Draft {
    GridRow row;
    std::string_view registerKind;
    Setting setting;
    std::vector<HouseholdRow> doors;
    std::vector<Family> families;
};

std::string padded(int number, std::size_t width) {
    auto text = std::to_string(number);
    return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

/// Sizes around the mean, with exactly the target's sum: what one grid has more, its neighbour has less.
std::vector<int> gridSizes(const Target& target, SeededRandom& random) {
    std::vector<int> sizes;
    sizes.reserve(static_cast<std::size_t>(target.grids));
    for (int i = 0; i < target.grids; ++i) {
        sizes.push_back(target.households * (i + 1) / target.grids - target.households * i / target.grids);
    }
    for (std::size_t i = 0; i + 1 < sizes.size(); i += 2) {
        const int moved = random.between(-target.spread, target.spread);
        sizes[i] += moved;
        sizes[i + 1] -= moved;
    }
    return sizes;
}

GridRow gridRow(int sequence, std::string name, std::string group, int households, SeededRandom& staff,
                SyntheticNumbers& numbers) {
    const auto person = [&](Sex sex) {
        const int born = staff.between(1972, 1999);
        std::string fullName(surname(staff));
        return fullName.append(givenName(staff, sex, born));
    };
    GridRow row{.code = std::string(SyntheticNumbers::kCommunity) + "1" + padded(sequence, 3),
                .name = std::move(name),
                .kind = "base",
                .group = std::move(group),
                .community = std::string(kCommunityName),
                .plannedHouseholds = std::to_string(households)};
    row.worker = person(staff.percent(40) ? Sex::male : Sex::female);
    row.clerk = person(staff.percent(25) ? Sex::male : Sex::female);
    row.phone = numbers.mobile();
    return row;
}

void settle(Draft& draft, SeededRandom& random, int households) {
    for (int i = 0; i < households; ++i) draft.families.push_back(makeFamily(random, draft.setting));
}

/// Replaces families by others, as long as that brings the number of persons nearer to the target, until it is met.
void balance(std::vector<Draft*>& drafts, int persons, SeededRandom& random) {
    int missing = persons;
    for (const auto* draft : drafts) {
        for (const auto& family : draft->families) missing -= static_cast<int>(family.members.size());
    }
    while (missing != 0) {
        Draft& draft = *random.pick(drafts);
        Family& family = draft.families[static_cast<std::size_t>(random.below(static_cast<int>(draft.families.size())))];
        Family other = makeFamily(random, draft.setting);
        const int more = static_cast<int>(other.members.size()) - static_cast<int>(family.members.size());
        if (std::abs(missing - more) >= std::abs(missing)) continue;
        missing -= more;
        family = std::move(other);
    }
}

/// Moves the families behind the grid's doors and adds the grid to the community.
void furnish(Draft& draft, SeededRandom random, SyntheticNumbers& numbers, Community& community) {
    HouseholdMaker maker(random, numbers, kReferenceDay);
    std::size_t settled = 0;
    for (auto& door : draft.doors) {
        door.gridCode = draft.row.code;
        if (door.use != "vacant") {
            door.number = draft.row.code.substr(13) + padded(static_cast<int>(settled) + 1, 4);
            door.registerKind = draft.registerKind;
            maker.moveIn(draft.families[settled++], door, community.residents);
        }
        community.households.push_back(std::move(door));
    }
    community.grids.push_back(std::move(draft.row));
}

Draft villageDraft(std::uint64_t seed, std::size_t village, int households, SeededRandom& staff,
                   SyntheticNumbers& numbers) {
    SeededRandom random(seed, kFirstGrid + village);
    const auto group = "第" + std::string(kNumerals[village]) + "村民组";
    Draft draft{.registerKind = kVillagers.registerKind,
                .setting = {.village = true, .clan = std::string(surname(random)), .today = kReferenceDay}};
    const auto name = std::string(kVillages[village]) + "网格";
    draft.row = gridRow(static_cast<int>(village) + 1, name, group, households, staff, numbers);
    draft.row.boundary = std::string(kVillages[village]) + "全村，含村口水塘与机耕路";
    draft.doors = villageDoors(random, kVillages[village], group, households);
    settle(draft, random, households);
    return draft;
}

Draft townDraft(std::uint64_t seed, std::size_t group, int households, SeededRandom& staff, SyntheticNumbers& numbers) {
    const int sequence = kVillagers.grids + static_cast<int>(group) + 1;
    SeededRandom random(seed, kFirstGrid + static_cast<std::uint64_t>(sequence));
    const auto groupName = "第" + std::string(kNumerals[group]) + "居民组";
    Draft draft{.registerKind = kTownspeople.registerKind,
                .setting = {.village = false, .clan = {}, .today = kReferenceDay}};
    draft.row = gridRow(sequence, groupName + "网格", groupName, households, staff, numbers);
    for (const auto& estate : estatesOf(group)) {
        draft.row.boundary.append(draft.row.boundary.empty() ? "" : "、").append(estate.name);
    }
    draft.doors = townDoors(random, estatesOf(group), households);
    settle(draft, random, households);
    return draft;
}

void finish(std::vector<Draft>& drafts, std::uint64_t seed, SyntheticNumbers& numbers, Community& community) {
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        furnish(drafts[i], SeededRandom(seed, 2 * kFirstGrid + i), numbers, community);
    }
}

}  // namespace

Community makeCommunity(std::uint64_t seed) {
    SeededRandom sizes(seed, kSizes);
    SeededRandom staff(seed, kStaff);
    SeededRandom balancing(seed, kBalance);
    SyntheticNumbers numbers(SeededRandom(seed, kNumbers));

    std::vector<Draft> drafts;
    for (const int households : gridSizes(kVillagers, sizes)) {
        drafts.push_back(villageDraft(seed, drafts.size(), households, staff, numbers));
    }
    for (const int households : gridSizes(kTownspeople, sizes)) {
        drafts.push_back(
            townDraft(seed, drafts.size() - static_cast<std::size_t>(kVillagers.grids), households, staff, numbers));
    }
    for (const auto& target : {kVillagers, kTownspeople}) {
        std::vector<Draft*> ofKind;
        for (auto& draft : drafts) {
            if (draft.registerKind == target.registerKind) ofKind.push_back(&draft);
        }
        balance(ofKind, target.persons, balancing);
    }
    Community community;
    finish(drafts, seed, numbers, community);
    return community;
}

Community makeGrid(int households, std::uint64_t seed) {
    SeededRandom staff(seed, kStaff);
    SyntheticNumbers numbers(SeededRandom(seed, kNumbers));
    std::vector<Draft> drafts;
    drafts.push_back(townDraft(seed, 0, households, staff, numbers));
    Community community;
    finish(drafts, seed, numbers, community);
    return community;
}

}  // namespace qiaomen
