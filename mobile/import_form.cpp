// SPDX-License-Identifier: Apache-2.0
#include "mobile/import_form.h"

#include <QFileInfo>

#include "mobile/text.h"
#include "shared/domain/unplaced_visit.h"
#include "shared/domain/visit_import.h"
#include "shared/sheets/office_text.h"
#include "shared/sheets/workbook_reader.h"

namespace qiaomen {

namespace {

/// As many as can be looked through on a phone; who sees none types more.
constexpr std::size_t kTargets = 12;
/// Of a file that is full of nonsense, the first ones say enough.
constexpr qsizetype kRemarks = 20;

QString qt(const std::string& text) { return toQt(std::string_view(text)); }

SearchHit hitOf(const ListedHousehold& home) {
    SearchHit hit;
    hit.kind = SearchHit::Kind::household;
    hit.record = hit.household = home.id;
    hit.title = home.head;
    hit.subtitle = home.address;
    return hit;
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// Somebody's name, a part of the address, or the address in any of its forms.
bool isFoundBy(const ListedHousehold& home, const std::string& typed) {
    return std::ranges::any_of(home.people, [&](const std::string& name) { return contains(name, typed); }) ||
           contains(home.address, typed) || home.door.fits(addressForm(typed));
}

}  // namespace

/// What reading came to, on its way back to the screen.
struct ImportForm::FileRead {
    VisitImportPlan plan;
    std::vector<CellProblem> problems;
    std::vector<std::string> ignoredColumns;
    std::optional<CellProblem> refused;  ///< the whole file
    std::optional<Error> broken;         ///< the grid
};

ImportForm::ImportForm(StoreExecutor& executor, const Vocabulary& vocabulary, QObject* parent)
    : QObject(parent), executor_(executor), vocabulary_(vocabulary), rows_(vocabulary, this) {}

void ImportForm::setSession(GridSession* session, const QString& worker) {
    disconnect(following_);
    counting_.forget();
    session_ = session;
    worker_ = worker;
    undoing_ = false;
    begin(Idle);
    openNotes_ = 0;
    if (session_) {
        following_ = connect(session_, &GridSession::changed, this, [this](const StoreChange& change) {
            if (change.records.contains(unplacedVisit.number())) countNotes();
        });
        countNotes();
    }
}

void ImportForm::begin(Stage stage) {
    ++turn_;
    stage_ = stage;
    problem_.clear();
    summary_.clear();
    remarks_.clear();
    placing_ = -1;
    facts_.clear();
    toSave_.clear();
    rows_.show({});
    emit changed();
}

void ImportForm::fail(const QString& problem) {
    problem_ = problem;
    emit changed();
    emit failed(problem);
}

void ImportForm::countNotes() {
    counting_.ask(
        executor_, this, [&reader = session_->reader()] { return reader.openUnplaced(); },
        [this](const Result<std::vector<Record>>& notes) {
            openNotes_ = notes ? static_cast<int>(notes->size()) : 0;
            emit changed();
        });
}

QString ImportForm::words(const CellProblem& problem) const {
    return qt(vocabulary_.chinese() ? chinese(problem) : english(problem));
}

// --- reading -------------------------------------------------------------------------------------------------------------

ImportForm::FileRead ImportForm::readFile(GridSession& session, const QString& path) {
    FileRead read;
    const QFileInfo file(path);
    const auto refused = [&](CellFault fault, std::string expected) {
        read.refused = CellProblem{.file = fromQt(file.fileName()), .fault = fault, .expected = std::move(expected)};
        return read;
    };
    const std::uint64_t most = WorkbookLimits().fileBytes;
    if (static_cast<std::uint64_t>(file.size()) > most)
        return refused(CellFault::tooLarge, std::to_string(most >> 20U) + " MB");
    const auto bytes = file.isFile() ? fileBytes(fromQt(path)) : std::nullopt;
    if (!bytes) return refused(CellFault::notReadable, fromQt(file.fileName()));

    VisitSheet sheet = readVisitSheet(*bytes);
    if (sheet.rows.empty() && !sheet.problems.empty()) {
        read.refused = sheet.problems.front();
        read.refused->file = fromQt(file.fileName());
        return read;
    }
    const WallClock now = wallClockAt(session.nowMs());
    const auto days = daysOf(sheet.rows, now).value_or(std::pair(now.day(), now.day()));
    auto basis = readImportBasis(session.store(), now, days);
    if (!basis) {
        read.broken = basis.error();
        return read;
    }
    read.problems = std::move(sheet.problems);
    read.ignoredColumns = std::move(sheet.ignoredColumns);
    read.plan = VisitImportPlan(std::move(sheet.rows), *std::move(basis), now);
    return read;
}

void ImportForm::read(const QUrl& file) {
    if (!session_ || stage_ == Reading || stage_ == Saving) return;
    const QString path = file.toLocalFile();
    begin(Reading);
    fileName_ = QFileInfo(path).fileName();
    ofNotes_ = false;
    executor_.make(
        this, [session = session_, path] { return readFile(*session, path); },
        [this, turn = turn_](FileRead read) {
            if (turn == turn_) take(std::move(read));
        });
}

void ImportForm::readNotes() {
    if (!session_ || stage_ == Reading || stage_ == Saving) return;
    begin(Reading);
    fileName_.clear();
    ofNotes_ = true;
    const auto work = [session = session_] {
        FileRead read;
        const WallClock now = wallClockAt(session->nowMs());
        auto notes = session->reader().openUnplaced();
        std::pair<CivilDay, CivilDay> days(now.day(), now.day());
        if (notes && !notes->empty())
            days = {now.dayOf(notes->front().integer(unplacedVisit.occurredAt)),
                    now.dayOf(notes->back().integer(unplacedVisit.occurredAt))};
        auto basis = readImportBasis(session->store(), now, days);
        if (!notes || !basis)
            read.broken = notes ? basis.error() : notes.error();
        else
            read.plan = VisitImportPlan(*notes, *std::move(basis), now);
        return read;
    };
    executor_.make(this, work, [this, turn = turn_](FileRead read) {
        if (turn == turn_) take(std::move(read));
    });
}

void ImportForm::take(FileRead read) {
    stage_ = Idle;
    if (read.broken) return fail(explain(*read.broken));
    if (read.refused) return fail(words(*read.refused));
    if (read.plan.rows().empty())
        return fail(ofNotes_ ? tr("No row waits for a household.")
                             : tr("%1 has heads, but no rows below them.").arg(fileName_));
    for (const CellProblem& problem : read.problems) {
        if (remarks_.size() < kRemarks) remarks_ << words(problem);
    }
    QStringList ignored;
    for (const std::string& column : read.ignoredColumns) ignored << qt(column);
    if (!ignored.isEmpty())
        remarks_ << tr("These columns were passed over: %1").arg(ignored.join(QStringLiteral(", ")));
    rows_.show(std::move(read.plan));
    stage_ = Preview;
    emit changed();
    emit previewed();
}

void ImportForm::leave() {
    if (stage_ != Saving && !undoing_) begin(Idle);
}

// --- deciding ------------------------------------------------------------------------------------------------------------

QString ImportForm::placing() const {
    if (placing_ < 0 || placing_ >= rows_.all()) return {};
    const VisitRow& row = rows_.plan().rows()[static_cast<std::size_t>(placing_)].row;
    return dotted({qt(row.person), qt(row.address)});
}

void ImportForm::beginPlacing(int row) {
    if (stage_ != Preview || row < 0 || row >= rows_.all()) return;
    placing_ = row;
    query_.clear();
    showTargets();
    emit changed();
}

void ImportForm::endPlacing() {
    placing_ = -1;
    emit changed();
}

void ImportForm::setQuery(const QString& query) {
    if (query_ == query) return;
    query_ = query;
    showTargets();
    emit changed();
}

void ImportForm::showTargets() {
    std::vector<SearchHit> hits;
    const std::string typed = halfWidth(trimmed(fromQt(query_)));
    if (placing_ >= 0) {
        const auto& homes = rows_.plan().directory().households();
        const ImportRow& row = rows_.plan().rows()[static_cast<std::size_t>(placing_)];
        if (typed.empty()) {
            for (const std::size_t at : row.finding.households) hits.push_back(hitOf(homes[at]));
        } else {
            for (const ListedHousehold& home : homes) {
                if (isFoundBy(home, typed)) hits.push_back(hitOf(home));
            }
        }
    }
    if (hits.size() > kTargets) hits.resize(kTargets);
    targets_.show(std::move(hits));
}

void ImportForm::choose(int target) {
    if (stage_ != Preview || placing_ < 0 || target < 0 || target >= targets_.rowCount()) return;
    const int home = rows_.plan().directory().placeOf(targets_.hits()[static_cast<std::size_t>(target)].household);
    rows_.change([&](VisitImportPlan& plan) { plan.choose(static_cast<std::size_t>(placing_), home); });
    endPlacing();
}

void ImportForm::setSkipped(int row, bool skipped) {
    if (stage_ != Preview || row < 0) return;
    rows_.change([&](VisitImportPlan& plan) { plan.setSkipped(static_cast<std::size_t>(row), skipped); });
}

void ImportForm::setKept(int row, bool kept) {
    if (stage_ != Preview || row < 0) return;
    rows_.change([&](VisitImportPlan& plan) { plan.setKept(static_cast<std::size_t>(row), kept); });
}

void ImportForm::keepAll(bool kept) {
    if (stage_ != Preview) return;
    rows_.change([&](VisitImportPlan& plan) {
        for (std::size_t at = 0; at < plan.rows().size(); ++at) {
            if (plan.rows()[at].state == RowState::notFound && !plan.rows()[at].skipped) plan.setKept(at, kept);
        }
    });
}

// --- saving --------------------------------------------------------------------------------------------------------------

double ImportForm::progress() const {
    return toSave_.empty() ? 0 : static_cast<double>(savedRows_) / static_cast<double>(toSave_.size());
}

void ImportForm::save() {
    if (!session_ || stage_ != Preview) return;
    toSave_ = rows_.plan().toSave();
    if (toSave_.empty()) return;
    problem_.clear();
    savedRows_ = 0;
    savedVisits_ = rows_.visitsToSave();
    savedNotes_ = rows_.notesToSave();
    stage_ = Saving;
    emit changed();
    saveNext();
}

void ImportForm::saveNext() {
    if (savedRows_ == toSave_.size()) return finish();
    const std::size_t count = std::min(kImportBatch, toSave_.size() - savedRows_);
    const ImportBatch batch{session_->newId(), fromQt(worker_), fromQt(fileName_), session_->store().device(),
                            session_->nowMs()};
    auto edits = importEdits(rows_.plan(), std::span(toSave_).subspan(savedRows_, count), batch);
    session_->save(std::move(edits), this, [this, turn = turn_, count, fact = batch.fact](const Result<Saved>& outcome) {
        if (turn != turn_) return;
        if (outcome) {
            facts_.push_back(fact);
            savedRows_ += count;
            emit changed();
            return saveNext();
        }
        stage_ = facts_.empty() ? Preview : Done;
        summary_ = facts_.empty() ? QString() : tr("%1 of %2 rows were saved.").arg(savedRows_).arg(toSave_.size());
        fail(facts_.empty()
                 ? explain(outcome.error())
                 : explain(outcome.error()) + QLatin1Char(' ') + tr("Import the same file again for the rest."));
    });
}

void ImportForm::finish() {
    stage_ = Done;
    QStringList parts;
    if (savedVisits_ > 0) parts << tr("%n visit(s) saved", "", savedVisits_);
    if (savedNotes_ > 0) parts << tr("%n row(s) kept as notes", "", savedNotes_);
    summary_ = dotted(parts);
    emit changed();
    emit saved(summary_);
}

void ImportForm::undo() {
    if (!session_ || stage_ != Done || facts_.empty() || undoing_) return;
    undoing_ = true;
    problem_.clear();
    emit changed();
    undoNext(false);
}

/// The last batch first: what was saved after a batch stands in the way of its withdrawal.
void ImportForm::undoNext(bool corrected) {
    if (facts_.empty()) {
        undoing_ = false;
        begin(Idle);
        emit undone(corrected ? tr("Import taken back. Some of it was sent already, so the history says so.")
                              : tr("Import taken back. It is as if it had never been."));
        return;
    }
    session_->undo({visitImport.number(), facts_.back()}, worker_, this,
                   [this, turn = turn_, corrected](const Result<Undone>& outcome) {
                       if (turn != turn_) return;
                       const bool before = !outcome && outcome.error().fault == Fault::refused;
                       if (!outcome && !before) {
                           undoing_ = false;
                           return fail(explain(outcome.error()));
                       }
                       facts_.pop_back();
                       undoNext(corrected || before || *outcome == Undone::corrected);
                   });
}

}  // namespace qiaomen
