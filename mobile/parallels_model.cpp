// SPDX-License-Identifier: Apache-2.0
#include "mobile/parallels_model.h"

#include <map>
#include <set>
#include <sstream>

#include "mobile/conflicts_model.h"
#include "mobile/text.h"
#include "shared/domain/collections.h"

namespace qiaomen {

namespace {

RecordKey keyOf(const Record& note) {
    return {CollectionNo{static_cast<std::uint16_t>(note.integer(conflict.ofCollection))},
            note.reference(conflict.ofRecord)};
}

/// What the note is about, as a change, so that one function finds out whose it is.
Change concerned(const Record& note) {
    Change change;
    change.collection = keyOf(note).collection;
    change.record = keyOf(note).record;
    return change;
}

}  // namespace

bool ParallelsModel::concerns(const StoreChange& change) const {
    // The rows show what stands of the changes, so any record may concern them.
    return !rows_.empty() || change.records.contains(conflict.number());
}

Result<std::vector<ParallelsModel::Row>> ParallelsModel::readGrid(GridSession& session) {
    auto open = session.reader().parallelNotes();
    if (!open) return open.error();
    const std::set<std::string> me = namesOfThisDevice(session.store());
    std::vector<Row> rows;
    for (Record& note : *open) {
        Row row;
        const bool wasFirst = me.contains(note.text(conflict.loserDevice));
        row.mineIsLater = !wasFirst;
        row.involvesMe = wasFirst || me.contains(note.text(conflict.winnerDevice));
        row.subject = subjectOf(session.store(), concerned(note));
        if (auto about = session.store().read(keyOf(note).collection, keyOf(note).record))
            row.about = *std::move(about);
        row.note = std::move(note);
        rows.push_back(std::move(row));
    }
    return rows;
}

void ParallelsModel::refresh() {
    readAll(&readGrid, AsRead(), [this](std::vector<Row> rows) {
        replace(rows_, std::move(rows));
        emit refreshed();
    });
}

int ParallelsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant ParallelsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    const auto by = [&](bool later) {
        return toQt(std::string_view(row.note.text(later ? conflict.winnerBy : conflict.loserBy)));
    };
    const auto at = [&](bool later) {
        return static_cast<double>(row.note.integer(later ? conflict.winnerAt : conflict.loserAt));
    };
    const Collection* collection = qiaomen::find(allCollections(), keyOf(row.note).collection);
    switch (role) {
        case ConflictIdRole: return toQt(row.note.id());
        case HouseholdIdRole: return toQt(row.subject.household);
        case SubjectRole: return words(row.subject, vocabulary());
        case KindRole: return collection ? vocabulary().label(*collection) : QString();
        case MineRole: return fieldWords(row, row.mineIsLater);
        case MineByRole: return by(row.mineIsLater);
        case MineAtRole: return at(row.mineIsLater);
        case TheirsRole: return fieldWords(row, !row.mineIsLater);
        case TheirsByRole: return by(!row.mineIsLater);
        case TheirsAtRole: return at(!row.mineIsLater);
        case InvolvesMeRole: return row.involvesMe;
        case GridNameRole: return row.gridName;
        default: return {};
    }
}

/// "Phone: 190****0012", a line for each field; the label alone where somebody has changed it again since.
QString ParallelsModel::fieldWords(const Row& row, bool later) const {
    const Collection* collection = qiaomen::find(allCollections(), keyOf(row.note).collection);
    std::istringstream numbers(row.note.text(later ? conflict.winnerFields : conflict.loserFields));
    const std::string& device = row.note.text(later ? conflict.winnerDevice : conflict.loserDevice);
    QStringList lines;
    for (std::uint16_t number = 0; numbers >> number;) {
        const Field* field = collection ? collection->find(FieldNo{number}) : nullptr;
        if (!field) continue;
        const QString label = vocabulary().label(*field);
        const bool isStanding = row.about.stampOf(field->no()).device.text() == device;
        const QString value = vocabulary().show(*field, row.about.get(field->no()));
        lines << (isStanding && !value.isEmpty() ? tr("%1: %2", "field, its value").arg(label, value) : label);
    }
    return lines.join(QLatin1Char('\n'));
}

QHash<int, QByteArray> ParallelsModel::roleNames() const {
    return {{ConflictIdRole, "conflictId"},
            {HouseholdIdRole, "householdId"},
            {SubjectRole, "subject"},
            {KindRole, "kind"},
            {MineRole, "mine"},
            {MineByRole, "mineBy"},
            {MineAtRole, "mineAt"},
            {TheirsRole, "theirs"},
            {TheirsByRole, "theirsBy"},
            {TheirsAtRole, "theirsAt"},
            {InvolvesMeRole, "involvesMe"},
            {GridNameRole, "gridName"}};
}

Edit ParallelsModel::noticed(const Row& row) const {
    return {conflict.number(), row.note.id(), {{conflict.state, "seen"}, {conflict.resolvedBy, fromQt(worker())}}};
}

void ParallelsModel::dismiss(const QString& conflictId) {
    const auto row = std::ranges::find(rows_, conflictId, [](const Row& one) { return toQt(one.note.id()); });
    if (row != rows_.end()) dismiss(*row->session, {noticed(*row)});
}

void ParallelsModel::dismissAll() {
    std::map<GridSession*, std::vector<Edit>> edits;
    for (const Row& row : rows_) edits[row.session].push_back(noticed(row));
    for (auto& [session, ofGrid] : edits) dismiss(*session, std::move(ofGrid));
}

void ParallelsModel::dismiss(GridSession& session, std::vector<Edit> edits) {
    session.save(std::move(edits), this, [this](const Result<Saved>& outcome) {
        if (!outcome) emit failed(explain(outcome.error()));
    });
}

}  // namespace qiaomen
