// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "shared/domain/pinyin.h"
#include "syncserver/duplicate_finder.h"
#include "syncserver/hub.h"

namespace qiaomen {

/// Looks through the grids for who is in them twice, besides what each sync finds by itself (duplicate_finder.h): pairs that an import
/// brought, that were there before the program knew of duplicates, and those of similar names, which no index finds.
///
/// A step reads one page of one grid's residents or households, and compares it with those before by what they have in common: numbers,
/// names, sounds, doors, the tails of telephone numbers. What it finds is suggested in one short transaction, the only moment for which
/// a sync of that grid may wait. Nothing is kept but in memory, and only of the grid that is being looked through: a process that ends
/// in the middle begins that grid anew, and finds no pair twice, because a suggestion's id follows from the pair. Several processes may
/// do so at once. A grid whose log has not gone on is not looked through again.
///
/// Not thread-safe: for one thread, which does a step now and then.
class DuplicateScan {
public:
    struct Limits {
        std::size_t page = 200;  ///< records read in a step
        std::size_t like = 20;   ///< others with which one record is compared by one thing in common
    };
    /// What a step did.
    struct Step {
        bool isRoundOver = false;  ///< every grid has been looked through; the next step begins anew
        std::size_t read = 0;
        std::size_t suggested = 0;
    };

    DuplicateScan(GridStore& store, Hub& hub, Limits limits) : store_(store), hub_(hub), limits_(limits) {}
    DuplicateScan(GridStore& store, Hub& hub) : DuplicateScan(store, hub, Limits()) {}

    /// Errors: those of the store; the next step goes on with another grid.
    Result<Step> step();

private:
    /// The grid that is being looked through.
    struct Place {
        GridId grid;
        bool isAtHouseholds = false;
        bool isOver = false;
        RecordId next;
        std::map<RecordKey, Record> known;
        std::unordered_map<std::string, std::vector<RecordId>> byHandle;
    };

    Outcome begin();
    Result<DuplicatePairs> lookAt(Place& place, std::size_t& read);
    std::set<RecordId> othersLike(Place& place, DuplicateFinder& finder, const Record& record);
    std::vector<std::string> handlesOf(DuplicateFinder& finder, const Record& record);
    static const Record& recordOf(Place& place, GridView& view, const RecordKey& key);

    GridStore& store_;
    Hub& hub_;
    Limits limits_;
    Pinyin pinyin_;
    std::optional<Place> place_;
    std::vector<GridId> round_;             ///< what is left of it, last first
    std::map<GridId, std::uint64_t> seen_;  ///< where each grid's log ended when it was begun
};

}  // namespace qiaomen
