// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "shared/client/grid_redirects.h"
#include "shared/domain/civil_day.h"
#include "shared/sqlite/record_tables.h"

namespace qiaomen {

/// What the records of a grid are called by people, where another record names them: a household by its head and door, a visit by its
/// time. Who was merged is called as whoever stands for them. Reads each household once. One thread, the database's.
class RecordNames {
public:
    RecordNames(RecordTables& tables, const GridRedirects& redirects, const WallClock& now, bool chinese)
        : tables_(tables), redirects_(redirects), now_(now), chinese_(chinese) {}

    struct Home {
        std::string head, address;
    };
    /// Empty where there is no such household.
    const Home& home(const RecordId& household);
    /// The household that the record is about, perhaps by way of its order or hazard; none where it is about no household.
    RecordId householdOf(const Record& record);
    /// One line that tells the record from others of its kind; empty where it is not here.
    std::string name(CollectionNo collection, const RecordId& id);
    /// "2026-11-03 14:30", on the wall.
    [[nodiscard]] std::string moment(std::int64_t ms) const;

private:
    std::string nameOf(const Record& record);

    RecordTables& tables_;
    const GridRedirects& redirects_;
    WallClock now_;
    bool chinese_;
    std::map<RecordId, Home> homes_;
    std::map<RecordId, RecordId> households_;  ///< of orders and hazards
};

}  // namespace qiaomen
