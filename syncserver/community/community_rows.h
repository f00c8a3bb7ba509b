// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace qiaomen {

/// The lines of a community's three office files, between CSV and records. Members are normal texts: codes of shared/domain
/// for words, "YYYY-MM-DD" for dates, digits for numbers, one space between tags, "" for nothing. Which column fills which
/// member, and what is accepted there, is the table in community_columns.h.
///
/// A row that was read satisfies that table and the rules in read_community.h; `line` is where it stands in its file, for
/// messages of later steps (0 in rows that were made, not read).

struct GridRow {
    std::size_t line = 0;
    std::string code, name, kind, group, community, boundary, plannedHouseholds, worker, clerk, phone;

    bool operator==(const GridRow&) const = default;
};

/// One door: a dwelling, and the household behind it. Without a household (vacant, or business only) `number`, `headName` and
/// `registerKind` are empty.
struct HouseholdRow {
    std::size_t line = 0;
    std::string number, gridCode;
    std::string estate, gate, building, unit, floor, room, villageGroup;
    std::string headName, registerKind, use, area, owner, ownerPhone;
    std::string phone, contactWay, tags, quietHours, doNotAsk, note;

    [[nodiscard]] bool isOccupied() const { return !number.empty(); }
    bool operator==(const HouseholdRow&) const = default;
};

struct ResidentRow {
    std::size_t line = 0;
    std::string householdNumber, name, sex, birthDate, idNumber, noIdReason, relation, phone, population;
    std::string nation, workUnit, registerPlace, careTags, livesHereFrom;

    bool operator==(const ResidentRow&) const = default;
};

/// A community as its office keeps it: grids, doors, people.
struct Community {
    std::vector<GridRow> grids;
    std::vector<HouseholdRow> households;  ///< every door, vacant ones included
    std::vector<ResidentRow> residents;

    bool operator==(const Community&) const = default;
};

}  // namespace qiaomen
