// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

#include "shared/client/household_directory.h"
#include "shared/client/local_store.h"
#include "shared/client/visit_sheet.h"

namespace qiaomen {

/// What a grid already holds, as far as an import must know: its households, the visits of those days, and rows that waited for a household.
struct ImportBasis {
    struct Visit {
        std::string way, text;  ///< as visitText() makes it
        bool imported = false, withdrawn = false;
    };
    GridId grid;
    HouseholdDirectory directory;
    std::map<std::pair<RecordId, CivilDay>, std::vector<Visit>> visits;  ///< by standing household and day
    std::map<RecordId, std::string> notes;                               ///< their state
};
/// Off the UI thread. `days`: of the rows, first and last. Errors: broken.
Result<std::shared_ptr<const ImportBasis>> readImportBasis(LocalStore& store, const WallClock& now,
                                                           std::pair<CivilDay, CivilDay> days);

/// What becomes of a row.
enum class RowState : std::uint8_t {
    ready,         ///< its household is sure, or was chosen
    choose,        ///< candidates are there, none is sure
    notFound,      ///< nobody fits
    noted,         ///< nobody fits, and it is kept as a note since an earlier import
    alreadyThere,  ///< the same household, day, way and text: recorded in the app, or imported before
    repeated,      ///< the same as an earlier row of this file
    unreadable,    ///< `problem` says why
};
struct ImportRow {
    VisitRow row;
    VisitSaid said;
    std::optional<CellProblem> problem;
    Finding finding;
    RowState state = RowState::unreadable;
    int household = -1;         ///< its place in the directory; -1: none
    bool skipped = false;       ///< somebody does not want it
    bool kept = false;          ///< without a household: as a note
    bool otherThatDay = false;  ///< the household has another visit on that day, with another text
    std::size_t sameAs = 0;     ///< of a repeated row: the line of the earlier one
    RecordId note;              ///< of a row that is or becomes a note
    RecordId visit;             ///< of a ready row
};

/// An import before anything is saved: each row with what becomes of it, and the choices somebody made. Pure; the same file on the
/// same grid gives the same plan on every device.
///
/// No doubles: a visit's id follows from grid, household, day, way and text. So importing a file again, overlapping months, or the same file on two
/// phones makes each visit once. A visit that was taken back may be imported anew.
class VisitImportPlan {
public:
    VisitImportPlan() = default;
    VisitImportPlan(std::vector<VisitRow> rows, std::shared_ptr<const ImportBasis> basis, const WallClock& now);
    /// Rows that wait as notes (unplaced_visit), to be looked at again.
    VisitImportPlan(const std::vector<Record>& notes, std::shared_ptr<const ImportBasis> basis, const WallClock& now);

    [[nodiscard]] const std::vector<ImportRow>& rows() const { return rows_; }
    [[nodiscard]] const HouseholdDirectory& directory() const { return basis_->directory; }
    /// A household for a row that has none, or another one; by its place in the directory.
    void choose(std::size_t row, int household);
    void setSkipped(std::size_t row, bool skipped);
    void setKept(std::size_t row, bool kept);

    /// It waits since an earlier import.
    [[nodiscard]] bool isOpenNote(const RecordId& note) const {
        const auto known = basis_->notes.find(note);
        return known != basis_->notes.end() && known->second == "open";
    }

    /// Rows that will be saved, in their order: as visits and as notes.
    [[nodiscard]] std::vector<std::size_t> toSave() const;

private:
    void judgeAll();
    void judge(ImportRow& row, std::set<RecordId>& taken);

    std::shared_ptr<const ImportBasis> basis_;
    std::vector<ImportRow> rows_;
};

/// The first and the last day of rows that can be read; nothing when none can.
std::optional<std::pair<CivilDay, CivilDay>> daysOf(const std::vector<VisitRow>& rows, const WallClock& now);
/// How two texts are compared: without blanks and line breaks, wide letters as narrow ones.
std::string visitText(std::string_view remark);

/// One save of an import: its fact, and the visits and notes of these rows. Rows whose note was open before are marked as placed.
struct ImportBatch {
    RecordId fact;
    std::string worker, file;
    DeviceId device;
    std::int64_t atMs = 0;
};
inline constexpr std::size_t kImportBatch = 500;  ///< rows of one save: a third of a second on a slow phone
std::vector<Edit> importEdits(const VisitImportPlan& plan, std::span<const std::size_t> rows, const ImportBatch& batch);

}  // namespace qiaomen
