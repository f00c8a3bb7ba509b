// SPDX-License-Identifier: Apache-2.0
#include "shared/client/visit_import.h"

#include <algorithm>

#include "shared/domain/unplaced_visit.h"
#include "shared/domain/visit.h"
#include "shared/domain/visit_import.h"
#include "shared/sheets/office_text.h"

namespace qiaomen {

namespace {

RecordId visitId(const GridId& grid, const RecordId& home, const VisitSaid& said, int takenBack) {
    std::string name = "office visit\n" + home.text() + '\n' + dateText(said.day) + '\n' + said.way + '\n' +
                       visitText(said.remark);
    if (takenBack > 0) name += '\n' + std::to_string(takenBack);
    return RecordId::named(grid.bytes, name);
}

RecordId noteId(const GridId& grid, const VisitRow& row, const VisitSaid& said) {
    return RecordId::named(grid.bytes, "unplaced visit\n" + visitText(row.person) + '\n' + visitText(row.address) +
                                           '\n' + dateText(said.day) + '\n' + said.way + '\n' + visitText(said.remark));
}

void readVisits(Database& database, const WallClock& now, std::pair<CivilDay, CivilDay> days, ImportBasis& basis) {
    const Redirects households = readRedirects(database).households;
    Statement rows = database.prepare(
        "SELECT household, occurred_at, way, remark, source, EXISTS(SELECT 1 FROM visit c WHERE c.corrects = v.id AND "
        "c._gone = 0 "
        "AND c.withdraws = 1) FROM visit v WHERE _gone = 0 AND withdraws IS NOT 1 AND occurred_at >= ?1 AND "
        "occurred_at < ?2");
    rows.with(now.startOf(days.first), now.startOf(days.second + 1));
    while (rows.step()) {
        const RecordId home = households.standing(rows.id<struct RecordKind>(0));
        basis.visits[{home, now.dayOf(rows.integer(1))}].push_back(
            {std::string(rows.text(2)), visitText(rows.text(3)), rows.text(4) == "import", rows.integer(5) == 1});
    }
}

void readNotes(Database& database, ImportBasis& basis) {
    Statement rows = database.prepare("SELECT id, coalesce(state, 'open') FROM unplaced_visit WHERE _gone = 0");
    while (rows.step()) basis.notes.emplace(rows.id<struct RecordKind>(0), rows.text(1));
}

}  // namespace

Result<std::shared_ptr<const ImportBasis>> readImportBasis(LocalStore& store, const WallClock& now,
                                                           std::pair<CivilDay, CivilDay> days) {
    return guarded([&]() -> Result<std::shared_ptr<const ImportBasis>> {
        Database database(store.file(), {.key = store.key(), .readOnly = true});
        auto basis = std::make_shared<ImportBasis>();
        basis->grid = store.grid();
        basis->directory = HouseholdDirectory::read(database);
        readVisits(database, now, days, *basis);
        readNotes(database, *basis);
        return std::shared_ptr<const ImportBasis>(std::move(basis));
    });
}

std::string visitText(std::string_view remark) {
    std::string plain = halfWidth(remark);
    for (const std::string_view blank : {" ", "\t", "\r", "\n", "　", "\xC2\xA0"}) {
        for (auto at = plain.find(blank); at != std::string::npos; at = plain.find(blank, at))
            plain.erase(at, blank.size());
    }
    return plain;
}

std::optional<std::pair<CivilDay, CivilDay>> daysOf(const std::vector<VisitRow>& rows, const WallClock& now) {
    std::optional<std::pair<CivilDay, CivilDay>> days;
    for (const VisitRow& row : rows) {
        const auto said = readVisit(row, now);
        const auto* read = std::get_if<VisitSaid>(&said);
        if (!read) continue;
        if (!days) days = {read->day, read->day};
        days->first = std::min(days->first, read->day);
        days->second = std::max(days->second, read->day);
    }
    return days;
}

VisitImportPlan::VisitImportPlan(std::vector<VisitRow> rows, std::shared_ptr<const ImportBasis> basis,
                                 const WallClock& now)
    : basis_(std::move(basis)) {
    for (VisitRow& row : rows) {
        ImportRow planned;
        auto said = readVisit(row, now);
        planned.row = std::move(row);
        if (auto* problem = std::get_if<CellProblem>(&said)) {
            planned.problem = std::move(*problem);
        } else {
            planned.said = std::get<VisitSaid>(std::move(said));
            planned.note = noteId(basis_->grid, planned.row, planned.said);
            planned.finding = basis_->directory.find(planned.row.person, planned.row.address);
            if (planned.finding.isSure()) planned.household = static_cast<int>(planned.finding.households.front());
        }
        rows_.push_back(std::move(planned));
    }
    judgeAll();
}

VisitImportPlan::VisitImportPlan(const std::vector<Record>& notes, std::shared_ptr<const ImportBasis> basis,
                                 const WallClock& now)
    : basis_(std::move(basis)) {
    for (const Record& note : notes) {
        ImportRow planned;
        planned.row.person = note.text(unplacedVisit.person);
        planned.row.address = note.text(unplacedVisit.address);
        const std::int64_t at = note.integer(unplacedVisit.occurredAt);
        planned.said = {at,
                        now.dayOf(at),
                        note.text(unplacedVisit.way),
                        note.text(unplacedVisit.outcome),
                        note.text(unplacedVisit.reasons),
                        note.text(unplacedVisit.remark),
                        planned.row.person,
                        note.text(unplacedVisit.worker)};
        planned.row.details = planned.said.remark;
        planned.note = note.id();
        planned.finding = basis_->directory.find(planned.row.person, planned.row.address);
        if (planned.finding.isSure()) planned.household = static_cast<int>(planned.finding.households.front());
        rows_.push_back(std::move(planned));
    }
    judgeAll();
}

/// In their order, so that of two equal rows it is the later one that is repeated.
void VisitImportPlan::judgeAll() {
    std::set<RecordId> taken;
    for (ImportRow& row : rows_) judge(row, taken);
    for (ImportRow& row : rows_) {
        if (row.state != RowState::repeated) continue;
        const auto first = std::ranges::find_if(rows_, [&](const ImportRow& other) {
            return other.state == RowState::ready && !other.skipped && other.visit == row.visit;
        });
        if (first != rows_.end()) row.sameAs = first->row.line;
    }
}

void VisitImportPlan::judge(ImportRow& row, std::set<RecordId>& taken) {
    row.otherThatDay = false;
    row.sameAs = 0;
    if (row.problem) {
        row.state = RowState::unreadable;
        return;
    }
    if (row.household < 0) {
        const bool isNoted = basis_->notes.contains(row.note);
        row.state = !row.finding.households.empty() ? RowState::choose : isNoted ? RowState::noted : RowState::notFound;
        return;
    }
    const RecordId home = basis_->directory.households()[static_cast<std::size_t>(row.household)].id;
    int takenBack = 0;
    bool isThere = false;
    if (const auto day = basis_->visits.find({home, row.said.day}); day != basis_->visits.end()) {
        for (const ImportBasis::Visit& one : day->second) {
            const bool same = one.way == row.said.way && one.text == visitText(row.said.remark);
            if (same && one.withdrawn) takenBack += one.imported ? 1 : 0;
            if (same && !one.withdrawn) isThere = true;
            if (!same && !one.withdrawn) row.otherThatDay = true;
        }
    }
    row.visit = visitId(basis_->grid, home, row.said, takenBack);
    row.state = isThere ? RowState::alreadyThere : taken.contains(row.visit) ? RowState::repeated : RowState::ready;
    if (row.state == RowState::ready && !row.skipped) taken.insert(row.visit);
}

void VisitImportPlan::choose(std::size_t row, int household) {
    if (row >= rows_.size() || rows_[row].problem || household >= static_cast<int>(directory().households().size()))
        return;
    rows_[row].household = std::max(household, -1);
    rows_[row].skipped = false;
    rows_[row].kept = false;
    judgeAll();
}

void VisitImportPlan::setSkipped(std::size_t row, bool skipped) {
    if (row >= rows_.size()) return;
    rows_[row].skipped = skipped;
    rows_[row].kept = rows_[row].kept && !skipped;
    judgeAll();
}

void VisitImportPlan::setKept(std::size_t row, bool kept) {
    if (row >= rows_.size() || rows_[row].problem) return;
    rows_[row].kept = kept;
    rows_[row].skipped = rows_[row].skipped && !kept;
}

std::vector<std::size_t> VisitImportPlan::toSave() const {
    std::vector<std::size_t> found;
    for (std::size_t at = 0; at < rows_.size(); ++at) {
        const ImportRow& row = rows_[at];
        const bool asNote = row.kept && (row.state == RowState::choose || row.state == RowState::notFound);
        if (!row.skipped && (row.state == RowState::ready || asNote)) found.push_back(at);
    }
    return found;
}

}  // namespace qiaomen
