// SPDX-License-Identifier: Apache-2.0
#include "syncserver/community/make_community.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "shared/domain/id_number.h"
#include "shared/domain/phone.h"
#include "syncserver/community/family.h"
#include "syncserver/community/seeded_random.h"
#include "syncserver/community/write_community.h"

using namespace qiaomen;

namespace {

std::string everythingOf(const Community& community) {
    return gridsCsv(community.grids) + householdsCsv(community.households) + residentsCsv(community.residents);
}

std::map<std::string, const HouseholdRow*> byNumber(const Community& community) {
    std::map<std::string, const HouseholdRow*> households;
    for (const auto& door : community.households) {
        if (door.isOccupied()) households[door.number] = &door;
    }
    return households;
}

std::map<std::string, std::vector<const ResidentRow*>> members(const Community& community) {
    std::map<std::string, std::vector<const ResidentRow*>> result;
    for (const auto& resident : community.residents) result[resident.householdNumber].push_back(&resident);
    return result;
}

int birthYear(const ResidentRow& resident) { return std::stoi(resident.birthDate.substr(0, 4)); }

bool has(const std::string& tags, const std::string& tag) {
    return (" " + tags + " ").find(" " + tag + " ") != std::string::npos;
}

}  // namespace

TEST_CASE("The community has exactly the published size, whatever the seed", "[community][maker]") {
    const auto seed = GENERATE(std::uint64_t{1}, std::uint64_t{2}, std::uint64_t{20261122}, ~std::uint64_t{0});
    const auto community = makeCommunity(seed);
    const auto households = byNumber(community);

    std::map<std::string, int> householdsOf;
    std::map<std::string, int> personsOf;
    std::map<std::string, int> householdsIn;
    for (const auto& [number, door] : households) {
        ++householdsOf[door->registerKind];
        ++householdsIn[door->gridCode];
    }
    for (const auto& resident : community.residents) ++personsOf[households.at(resident.householdNumber)->registerKind];

    CHECK(households.size() == 2935);
    CHECK(community.residents.size() == 8704);
    CHECK(householdsOf["agricultural"] == 1531);
    CHECK(personsOf["agricultural"] == 4611);
    CHECK(householdsOf["non_agricultural"] == 1404);
    CHECK(personsOf["non_agricultural"] == 4093);

    REQUIRE(community.grids.size() == 12);
    for (const auto& grid : community.grids) {
        const bool village = grid.group.find("村民组") != std::string::npos;
        INFO(grid.name);
        CHECK(householdsIn[grid.code] == std::stoi(grid.plannedHouseholds));
        CHECK(householdsIn[grid.code] >= (village ? 170 : 328));
        CHECK(householdsIn[grid.code] <= (village ? 215 : 375));
    }
    CHECK(std::count_if(community.grids.begin(), community.grids.end(),
                        [](const GridRow& grid) { return grid.group.find("村民组") != std::string::npos; }) == 8);
}

TEST_CASE("The same seed makes the same people, another seed makes others", "[community][maker]") {
    const auto first = everythingOf(makeCommunity(7));
    CHECK(first == everythingOf(makeCommunity(7)));
    CHECK(first != everythingOf(makeCommunity(8)));
}

TEST_CASE("The random numbers are the same on every machine", "[community][maker]") {
    SeededRandom random(42, 1);
    // Computed apart from this program, from the definitions of PCG32 and SplitMix64.
    for (const int expected : {54, 898, 636, 46}) CHECK(random.below(1000) == expected);
}

TEST_CASE("The community of seed 1 is the same with every compiler", "[community][maker]") {
    std::uint64_t hash = 0xCBF29CE484222325ULL;  // FNV-1a
    for (const char c : everythingOf(makeCommunity(1)))
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    CHECK(hash == 0xDDD53AFE9DA6D620ULL);  // changes with every deliberate change of the maker, its columns or words
}

TEST_CASE("Every number passes the check and can belong to nobody", "[community][maker]") {
    const auto community = makeCommunity(3);
    std::set<std::string> numbers;
    std::set<std::string> phones;
    int withoutNumber = 0;
    for (const auto& resident : community.residents) {
        if (resident.idNumber.empty()) {
            CHECK_FALSE(resident.noIdReason.empty());
            ++withoutNumber;
        } else {
            const auto number = IdNumber::parse(resident.idNumber);
            REQUIRE(std::holds_alternative<IdNumber>(number));
            CHECK(std::get<IdNumber>(number).region().starts_with("99"));
            CHECK(numbers.insert(resident.idNumber).second);
        }
        if (resident.phone.empty()) continue;
        CHECK(normalPhone(resident.phone) == resident.phone);
        CHECK((resident.phone.starts_with("1540") || resident.phone.starts_with("0600-")));
        CHECK(phones.insert(resident.phone).second);
    }
    CHECK(withoutNumber > 20);
    CHECK(withoutNumber < 300);
    for (const auto& grid : community.grids) CHECK(grid.code.starts_with("99"));
}

TEST_CASE("Every household has one head, first, and parents of a believable age", "[community][maker]") {
    const auto community = makeCommunity(4);
    const auto households = byNumber(community);
    const auto families = members(community);
    REQUIRE(families.size() == households.size());
    for (const auto& [number, family] : families) {
        const auto& head = *family.front();
        INFO(number << " " << head.name);
        REQUIRE(head.relation == "0");
        CHECK(head.name == households.at(number)->headName);
        CHECK(std::count_if(family.begin(), family.end(), [](const auto* m) { return m->relation == "0"; }) == 1);
        for (const auto* member : family) {
            INFO(member->name << " " << member->relation);
            const int older = birthYear(*member) - birthYear(head);
            if (member->relation == "1") CHECK(member->sex != head.sex);
            if (member->relation == "1") CHECK(std::abs(older) <= 8);
            if (member->relation == "2" || member->relation == "3") CHECK((older >= 18 && older <= 47));
            if (member->relation == "4") CHECK((older >= 40 && older <= 70));
            if (member->relation == "5") CHECK((older <= -20 && older >= -38));
            CHECK(member->birthDate <= "2026-06-30");
            CHECK(birthYear(*member) >= 1925);
        }
    }
}

TEST_CASE("Care tags tell the truth about age and household", "[community][maker]") {
    const auto community = makeCommunity(5);
    std::map<std::string, int> seen;
    for (const auto& [number, family] : members(community)) {
        for (const auto* member : family) {
            const int age = 2026 - birthYear(*member);
            INFO(member->name << " " << member->birthDate << " " << member->careTags);
            for (const char* tag : {"elder_alone", "left_behind", "very_old", "pregnant", "veteran"}) {
                if (has(member->careTags, tag)) ++seen[tag];
            }
            if (has(member->careTags, "elder_alone")) CHECK((family.size() == 1 && age >= 65));
            if (has(member->careTags, "left_behind")) CHECK((age <= 16 && member->relation == "4"));
            if (has(member->careTags, "very_old")) CHECK(age >= 80);
            if (has(member->careTags, "pregnant")) CHECK((member->sex == "2" && age >= 23 && age <= 40));
            if (has(member->careTags, "veteran")) CHECK((member->sex == "1" && age >= 24));
        }
    }
    CHECK(seen.size() == 5);
}

TEST_CASE("Villagers live in houses, townspeople in flats, and some flats stand empty", "[community][maker]") {
    const auto community = makeCommunity(6);
    int vacant = 0;
    int quiet = 0;
    std::set<std::string> addresses;
    for (const auto& door : community.households) {
        if (!door.isOccupied()) ++vacant;
        if (!door.quietHours.empty()) ++quiet;
        CHECK((door.isOccupied() || door.use == "vacant"));
        if (door.villageGroup.empty()) {
            CHECK((!door.building.empty() && !door.unit.empty() && !door.floor.empty() && !door.room.empty()));
        } else {
            CHECK((!door.gate.empty() && door.building.empty()));
        }
        CHECK(addresses
                  .insert(door.gridCode + door.estate + door.villageGroup + door.gate + door.building + door.unit +
                          door.room)
                  .second);
    }
    CHECK(vacant > 100);
    CHECK(vacant < 400);
    CHECK(quiet > 100);
}

TEST_CASE("A benchmark asks for one grid of any size", "[community][maker]") {
    for (const int size : {1, 300, 5000}) {
        const auto community = makeGrid(size, 1);
        CHECK(community.grids.size() == 1);
        CHECK(byNumber(community).size() == static_cast<std::size_t>(size));
        CHECK(members(community).size() == static_cast<std::size_t>(size));
        CHECK(makeGrid(size, 1) == community);
    }
}
