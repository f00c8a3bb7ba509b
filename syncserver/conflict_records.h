// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "shared/core/merge.h"
#include "syncserver/grid_store.h"

namespace qiaomen {

/// The name of the person who uses a device; "" when unknown.
using WorkerNames = std::function<std::string(const DeviceId&)>;

/// What the centre writes about a conflict: the values of a conflict record (shared/domain/conflict.h).
struct ConflictNote {
    RecordId id;
    std::vector<FieldValue> values;
    bool corrects = false;  ///< only the other value of a conflict that is there
};

/// The id of a note about two writes to one record, derived from what it is about (`what`), so that the same conflict has one id; and
/// beginning with the time of the later write, as every id does, so that the conflicts of a storm stand together in the tables
/// instead of all over them.
RecordId conflictId(const RecordId& record, std::string_view what, const Stamp& one, const Stamp& other);

/// Turns what merge() reports into conflict records, which is how nothing that lost is silently gone.
///
/// A conflict's id is derived from the record, the field and the two writes, so that the same clash told twice is one record.
/// Every clash has its own record: a later one does not replace an older one that is still open. One case is no new conflict:
/// whoever lost and then corrects his own lost value, without having seen the winner, changes the "other value" of the conflict
/// that is open already.
class ConflictWriter {
public:
    ConflictWriter(GridView& view, const WorkerNames& names) : view_(view), names_(names) {}

    /// `change` came in, `merged` is the record with it, `result` what merge() said. Gives nothing when there is nothing to keep.
    std::vector<ConflictNote> notesOn(const Change& change, const Record& merged, const MergeResult& result);

private:
    struct Told {
        RecordId record;
        FieldNo field{};
        Stamp winner, loser;
        auto operator<=>(const Told&) const = default;
    };

    ConflictNote noteOn(const Change& change, const Clash& clash);
    ConflictNote noteOnRemoval(const Change& change, const Record& merged);
    void remember(const RecordId& id, const RecordId& record, const Clash& clash);
    std::optional<RecordId> openConflictOf(const Change& change, const Clash& clash);
    bool isAbout(const RecordId& conflictRecord, const Change& change, const Clash& clash);
    Value valueAt(const Stamp& stamp, const RecordId& record, FieldNo field);
    std::string nameOf(const DeviceId& device) const;

    GridView& view_;
    const WorkerNames& names_;
    std::map<Told, RecordId> told_;  ///< in this transaction: not to be found in the grid yet
};

}  // namespace qiaomen
