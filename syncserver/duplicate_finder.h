// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <optional>
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

/// Pairs that may be one: a record, and another of its collection.
using DuplicatePairs = std::vector<std::pair<RecordKey, RecordId>>;

/// Whether the note says more than the duplicate record as it is: it is new, or open and less sure.
bool isNewsTo(const Record& known, const DuplicateNote& note);

/// Finds who is in the grid twice, as changes arrive: residents and households that a transaction made or changed are compared with
/// those of the same number, name or door, and with each other. Work follows the change: a few look-ups by index for each record
/// whose matching fields are others than before, whatever the size of the grid.
///
/// The suggestion's id follows from the pair, so that it is made once; what a person decided of it stands.
class DuplicateFinder {
public:
    /// A record as it is now, in this transaction.
    using Now = std::function<const Record&(const RecordKey&)>;

    DuplicateFinder(GridView& view, Now now, Pinyin& pinyin) : view_(view), now_(std::move(now)), pinyin_(pinyin) {}

    /// Of everything that the transaction touched.
    std::vector<DuplicateNote> suggestions(std::span<const RecordWrite* const> touched);
    /// What there is to say of these two; nothing when they do not look like one.
    [[nodiscard]] std::optional<DuplicateNote> noteOn(const Record& record, const RecordId& other);
    /// Where somebody lives. Without a household it is the own id: then two of them do not live at one place.
    [[nodiscard]] RecordId doorOf(const Record& resident);

private:
    [[nodiscard]] std::map<RecordId, DuplicateNote> alike(const Record& record);
    void compare(const Record& record, const RecordId& other, std::map<RecordId, DuplicateNote>& found);

    GridView& view_;
    Now now_;
    Pinyin& pinyin_;
    /// What the transaction made, by what it is looked for by: "4 name 王芳".
    std::multimap<std::string, RecordId> made_;
};

}  // namespace qiaomen
