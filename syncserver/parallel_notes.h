// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "syncserver/conflict_records.h"

namespace qiaomen {

/// Writes the notes of the milder grade of conflict: two people changed different fields of one register, neither knowing of the
/// other (standingBeside() in shared/core/merge.h). Both changes stand; the note only says so.
///
/// Who knew what? A device says in each request where it stopped reading the log, and what it sends in that request was written
/// before it read on; where it had read less when it wrote something, it says so (ReadMark). So a write that stands in the log behind that place was unknown to it; so was one with a later stamp, because
/// a device's clock is never behind what it has read. A write is known when the change builds on it, or on one after it, in any field.
///
/// No storm: two people have one open note about a record, however many changes each makes; more of them add to its fields. A
/// person's two devices, and writers without a name (an import), make none.
class ParallelNotes {
public:
    /// The conflict records about a record as they are now, those of this transaction included.
    using NotesAbout = std::function<std::vector<Record>(const RecordId&)>;

    ParallelNotes(GridView& view, const WorkerNames& names, NotesAbout notesAbout)
        : view_(view), names_(names), notesAbout_(std::move(notesAbout)), end_(view.head().cursor.seq) {}

    /// How far the writer of what comes next had read the log; nothing when that cannot be told.
    void setRead(std::optional<std::uint64_t> seq) { read_ = seq; }

    /// As ConflictWriter::notesOn().
    std::vector<ConflictNote> notesOn(const Change& change, const Record& merged, const MergeResult& result,
                                      const Collection* collection);

private:
    [[nodiscard]] bool mayBeUnknown(const Change& change, const Stamp& stamp) const;
    [[nodiscard]] bool wasUnknown(const Change& change, const LoggedChange& other);
    [[nodiscard]] bool areTwoPeople(const DeviceId& one, const DeviceId& other) const;
    /// What one other person changed.
    struct Others {
        Stamp first, latest;
        std::set<int> fields;
    };
    [[nodiscard]] std::optional<std::set<int>> unknownFields(const Change& change, const Beside& beside,
                                                             const std::set<int>& mine);
    [[nodiscard]] ConflictNote noteOn(const Change& change, const std::set<int>& mine, const Others& others) const;

    GridView& view_;
    const WorkerNames& names_;
    NotesAbout notesAbout_;
    std::optional<std::uint64_t> read_;
    std::uint64_t end_;  ///< of the log, before what is said now
};

}  // namespace qiaomen
