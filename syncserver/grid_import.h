// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "shared/domain/question_rules.h"
#include "syncserver/community/community_rows.h"
#include "syncserver/grid_store.h"

namespace qiaomen {

/// One grid's rows on their way to changes: what the office said before, what everybody says now, and what differs. Made for one
/// import of one grid; see import.h for what it promises.
class GridImport {
public:
    /// Reads what is needed of the grid. Throws StoreError.
    GridImport(const GridId& grid, GridView& view, const DeviceId& office, const ClockSource& clock);

    void add(const GridRow& row);
    /// The door, and the household behind it if there is one.
    void add(const HouseholdRow& row);
    void add(const ResidentRow& row);
    /// The set and its questions; those of the set that are not in it any more are dropped, and their answers stay.
    void add(const QuestionSet& set);

    /// The changes, numbered on from the office's last.
    [[nodiscard]] std::vector<Change> takeChanges() { return std::move(changes_); }

private:
    using Records = std::unordered_map<RecordKey, Record, RecordKeyHash>;
    /// What people know a record by, to the record: "household 0010001".
    using Names = std::unordered_map<std::string, RecordId>;

    static void index(const Record& record, Names& names);
    RecordId idOf(CollectionNo collection, const std::vector<std::string>& names, const Names& own,
                  const Names& all) const;
    RecordId put(CollectionNo collection, const std::vector<std::string>& names, const std::vector<FieldValue>& values);

    GridId grid_;
    HybridClock clock_;
    std::uint64_t number_;
    Records said_;     ///< what the office said so far: its own changes and no others
    Records current_;  ///< what the grid holds
    Names saidNames_, currentNames_;
    std::unordered_map<std::string, RecordId> households_;  ///< by number, of this import
    std::vector<Change> changes_;
};

}  // namespace qiaomen
