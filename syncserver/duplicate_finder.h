// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "shared/domain/likeness.h"
#include "syncserver/grid_store.h"

namespace qiaomen {

/// What the centre suggests: the values of a duplicate record (shared/domain/duplicate.h).
struct DuplicateNote {
    RecordId id;  ///< of the pair, whichever of the two came first
    std::vector<FieldValue> values;
    Stamp cause;  ///< the latest write of the record that came
};

/// Finds who is in the grid twice, as changes arrive: residents and households that a transaction made or changed are compared with
/// those of the same number, name or door, and with each other. Work follows the change: a few look-ups by index for each record
/// whose matching fields are others than before, whatever the size of the grid.
///
/// The suggestion's id follows from the pair, so that it is made once; what a person decided of it stands.
class DuplicateFinder {
public:
    /// A record as it is now, in this transaction.
    using Now = std::function<const Record&(const RecordKey&)>;

    DuplicateFinder(GridView& view, Now now) : view_(view), now_(std::move(now)) {}

    /// Of everything that the transaction touched.
    std::vector<DuplicateNote> suggestions(std::span<const RecordWrite* const> touched);

private:
    [[nodiscard]] std::map<RecordId, Likeness> alike(const Record& record);
    void compare(const Record& record, const RecordId& other, std::map<RecordId, Likeness>& found);
    [[nodiscard]] RecordId doorOf(const Record& resident);

    GridView& view_;
    Now now_;
    /// What the transaction made, by what it is looked for by: "4 name 王芳".
    std::multimap<std::string, RecordId> made_;
};

}  // namespace qiaomen
