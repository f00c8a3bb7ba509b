// SPDX-License-Identifier: Apache-2.0
#include "shared/client/household_directory.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "shared/sheets/office_text.h"

namespace qiaomen {

namespace {

using Households = std::vector<ListedHousehold>;

std::string joined(const std::vector<std::string>& numbers) {
    std::string all;
    for (const std::string& number : numbers) all += number + " ";
    return all;
}

void addOnce(std::vector<std::size_t>& found, std::size_t at) {
    if (std::ranges::find(found, at) == found.end()) found.push_back(at);
}

void addName(ListedHousehold& home, std::string_view name) {
    std::string plain = halfWidth(trimmed(name));
    if (!plain.empty() && std::ranges::find(home.people, plain) == home.people.end())
        home.people.push_back(std::move(plain));
}

/// Those who live there now before those who have left.
void livingFirst(const Households& households, std::vector<std::size_t>& found) {
    std::ranges::stable_sort(found, {}, [&](std::size_t at) { return households[at].movedOut; });
}

/// Where somebody lives now, those who moved out are not asked about.
void withoutMovedOut(const Households& households, std::vector<std::size_t>& found) {
    const bool any = std::ranges::any_of(found, [&](std::size_t at) { return !households[at].movedOut; });
    if (any) std::erase_if(found, [&](std::size_t at) { return households[at].movedOut; });
}

}  // namespace

std::vector<std::string> namesIn(std::string_view cell) {
    constexpr std::array<std::string_view, 12> kSeparators{"、", "，", ",",  "；", ";",  "/",
                                                           "|",  " ",  "　", "\n", "和", "及"};
    constexpr std::array<std::string_view, 6> kTitles{"户主", "本人", "家属", "一家", "夫妇", "夫妻"};
    const std::string text = halfWidth(cell);
    std::vector<std::string> names;
    std::string name;
    const auto take = [&] {
        name.erase(std::min(name.find('('), name.size()));
        if (const auto others = name.find("等"); others != std::string::npos && others >= 6) name.erase(others);
        for (const std::string_view title : kTitles) {
            if (name.starts_with(title)) name.erase(0, title.size());
            if (name.ends_with(title)) name.erase(name.size() - title.size());
        }
        if (name.starts_with(':')) name.erase(0, 1);
        if (!name.empty()) names.push_back(name);
        name.clear();
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto separator = std::ranges::find_if(
            kSeparators, [&](std::string_view one) { return std::string_view(text).substr(at).starts_with(one); });
        if (separator == kSeparators.end()) {
            name += text[at++];
        } else {
            take();
            at += separator->size();
        }
    }
    take();
    // A name may hold one of the letters that part two: 和平. As a whole it is looked for, too.
    if (names.size() > 1) names.push_back(std::string(trimmed(text)));
    return names;
}

HouseholdDirectory HouseholdDirectory::read(Database& database) {
    HouseholdDirectory directory;
    const GridRedirects redirects = readRedirects(database);
    std::map<RecordId, std::size_t> places;
    Statement homes = database.prepare(
        "SELECT h.id, h.head_name, h.moved_out, d.estate, d.building, d.unit, d.room, d.village_group, d.gate, "
        "d.address "
        "FROM household h LEFT JOIN dwelling d ON d.id = h.dwelling WHERE h._gone = 0 ORDER BY h.id");
    const auto eachHome = [&](bool merged) {
        while (homes.step()) {
            const RecordId id = homes.id<struct RecordKind>(0);
            if (redirects.households.isMerged(id) != merged) continue;
            if (merged) {
                const auto home = places.find(redirects.households.standing(id));
                if (home != places.end()) addName(directory.households_[home->second], homes.text(1));
                continue;
            }
            ListedHousehold home{.id = id, .head = std::string(homes.text(1)), .address = std::string(homes.text(9))};
            home.movedOut = !homes.isNull(2) && !homes.text(2).empty();
            home.door = DoorForms({homes.text(3), homes.text(4), homes.text(5), homes.text(6), homes.text(7),
                                   homes.text(8), homes.text(9)});
            addName(home, home.head);
            places.emplace(id, directory.households_.size());
            directory.households_.push_back(std::move(home));
        }
        homes.reset();
    };
    eachHome(false);
    eachHome(true);
    Statement people = database.prepare("SELECT household, name FROM resident WHERE _gone = 0");
    while (people.step()) {
        const auto home = places.find(redirects.households.standing(people.id<struct RecordKind>(0)));
        if (home != places.end()) addName(directory.households_[home->second], people.text(1));
    }
    Statement grids = database.prepare("SELECT name, community FROM grid WHERE _gone = 0");
    while (grids.step()) {
        for (const int column : {0, 1}) directory.neutral_.push_back(addressForm(grids.text(column)).name);
    }
    directory.index();
    return directory;
}

void HouseholdDirectory::index() {
    for (std::size_t at = 0; at < households_.size(); ++at) {
        for (const auto& numbers : households_[at].door.numbers()) byNumbers_.emplace(joined(numbers), at);
        for (const std::string& name : households_[at].people) byName_.emplace(name, at);
    }
}

int HouseholdDirectory::placeOf(const RecordId& household) const {
    const auto found = std::ranges::find(households_, household, &ListedHousehold::id);
    return found != households_.end() ? static_cast<int>(found - households_.begin()) : -1;
}

Finding HouseholdDirectory::find(std::string_view person, std::string_view address) const {
    const std::vector<std::string> names = namesIn(person);
    const AddressForm written = addressForm(address);
    std::vector<std::size_t> there, named, both;
    for (const std::string& name : names) {
        for (auto [at, end] = byName_.equal_range(name); at != end; ++at) addOnce(named, at->second);
    }
    for (auto [at, end] = byNumbers_.equal_range(joined(written.numbers)); at != end; ++at) {
        if (households_[at->second].door.fits(written, neutral_)) addOnce(there, at->second);
    }
    std::ranges::copy_if(there, std::back_inserter(both),
                         [&](std::size_t at) { return std::ranges::find(named, at) != named.end(); });
    withoutMovedOut(households_, both);
    if (both.size() == 1) return {FoundBy::both, both};
    if (both.size() > 1) return {FoundBy::severalThere, both};
    livingFirst(households_, there);
    livingFirst(households_, named);
    if (names.empty()) {
        withoutMovedOut(households_, there);
        return {there.empty()       ? FoundBy::nothing
                : there.size() == 1 ? FoundBy::addressAlone
                                    : FoundBy::severalThere,
                there};
    }
    if (trimmed(address).empty())
        return {named.empty()       ? FoundBy::nothing
                : named.size() == 1 ? FoundBy::nameAlone
                                    : FoundBy::severalThere,
                named};
    if (!there.empty()) {
        for (const std::size_t at : named) addOnce(there, at);
        return {FoundBy::notKnownThere, there};
    }
    return {named.empty() ? FoundBy::nothing : FoundBy::notAtThatDoor, named};
}

}  // namespace qiaomen
