// SPDX-License-Identifier: Apache-2.0
#include "mobile/conflicts_model.h"

#include "mobile/text.h"
#include "shared/core/json.h"
#include "shared/domain/collections.h"

namespace qiaomen {

namespace {

CollectionNo concernedCollection(const Record& record) {
    return CollectionNo{static_cast<std::uint16_t>(record.integer(conflict.ofCollection))};
}
FieldNo concernedField(const Record& record) {
    return FieldNo{static_cast<std::uint16_t>(record.integer(conflict.ofField))};
}
bool isRemoval(const Record& record) { return record.text(conflict.grade) == "removal"; }

/// The record that a conflict is about, as a change, so that one function finds out whose it is.
Change concerned(const Record& record) {
    Change change;
    change.collection = concernedCollection(record);
    change.record = record.reference(conflict.ofRecord);
    return change;
}

}  // namespace

std::set<std::string> namesOfThisDevice(LocalStore& store) {
    std::set<std::string> names{store.device().text()};
    if (const auto identities = store.identities()) {
        for (const DeviceId& one : *identities) names.insert(one.text());
    }
    return names;
}

Result<std::vector<Edit>> resolution(const Record& record, ConflictsModel::Choice choice, const std::string& resolver) {
    const bool taken = choice == ConflictsModel::TakeOther;
    std::vector<Edit> edits{{conflict.number(),
                             record.id(),
                             {{conflict.state, taken ? "replaced" : "kept"}, {conflict.resolvedBy, resolver}}}};
    if (!taken) return edits;
    Edit edit{concernedCollection(record), record.reference(conflict.ofRecord), {}};
    if (isRemoval(record)) {
        edit.remove = true;
    } else {
        auto other = valueFromJson(record.text(conflict.loser));
        if (!other) return other.error();
        edit.values.push_back({concernedField(record), std::move(*other)});
    }
    edits.push_back(std::move(edit));
    return edits;
}

bool ConflictsModel::concerns(const StoreChange& change) const { return change.records.contains(conflict.number()); }

Result<std::vector<ConflictsModel::Row>> ConflictsModel::readGrid(GridSession& session) {
    auto open = session.reader().openConflicts();
    if (!open) return open.error();
    const std::set<std::string> me = namesOfThisDevice(session.store());
    std::vector<Row> rows;
    for (Record& record : *open) {
        Row row;
        const bool lost = me.contains(record.text(conflict.loserDevice));
        row.mineIsWinner = !lost;
        row.involvesMe = lost || me.contains(record.text(conflict.winnerDevice));
        row.subject = subjectOf(session.store(), concerned(record));
        row.conflict = std::move(record);
        rows.push_back(std::move(row));
    }
    return rows;
}

void ConflictsModel::refresh() {
    readAll(&readGrid, AsRead(), [this](std::vector<Row> rows) {
        replace(rows_, std::move(rows));
        emit refreshed();
    });
}

int ConflictsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant ConflictsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    const Record& record = row.conflict;
    const auto by = [&](bool winner) {
        return toQt(std::string_view(record.text(winner ? conflict.winnerBy : conflict.loserBy)));
    };
    const auto at = [&](bool winner) {
        return static_cast<double>(record.integer(winner ? conflict.winnerAt : conflict.loserAt));
    };
    const auto value = [&](bool winner) { return valueWords(row, winner ? conflict.winner : conflict.loser); };
    switch (role) {
        case ConflictIdRole: return toQt(record.id());
        case HouseholdIdRole: return toQt(row.subject.household);
        case SubjectRole: return words(row.subject, vocabulary());
        case FieldRole: return fieldWords(row);
        case BeforeRole: return valueWords(row, conflict.before);
        case MineRole: return value(row.mineIsWinner);
        case MineByRole: return by(row.mineIsWinner);
        case MineAtRole: return at(row.mineIsWinner);
        case TheirsRole: return value(!row.mineIsWinner);
        case TheirsByRole: return by(!row.mineIsWinner);
        case TheirsAtRole: return at(!row.mineIsWinner);
        case MineStandsRole: return row.mineIsWinner;
        case InvolvesMeRole: return row.involvesMe;
        case RemovalRole: return isRemoval(record);
        case GridNameRole: return row.gridName;
        default: return {};
    }
}

QString ConflictsModel::fieldWords(const Row& row) const {
    if (isRemoval(row.conflict)) return vocabulary().word(conflict, conflict.grade, "removal");
    const Collection* collection = qiaomen::find(allCollections(), concernedCollection(row.conflict));
    const Field* field = collection ? collection->find(concernedField(row.conflict)) : nullptr;
    return field ? vocabulary().label(*field) : QString();
}

QString ConflictsModel::valueWords(const Row& row, FieldNo side) const {
    if (isRemoval(row.conflict) && side == conflict.loser) return tr("deleted");
    const Collection* collection = qiaomen::find(allCollections(), concernedCollection(row.conflict));
    const Field* field = collection ? collection->find(concernedField(row.conflict)) : nullptr;
    const auto value = valueFromJson(row.conflict.text(side));
    return field && value ? vocabulary().show(*field, *value) : QString();
}

QHash<int, QByteArray> ConflictsModel::roleNames() const {
    return {{ConflictIdRole, "conflictId"}, {HouseholdIdRole, "householdId"}, {SubjectRole, "subject"},
            {FieldRole, "field"},           {BeforeRole, "before"},           {MineRole, "mine"},
            {MineByRole, "mineBy"},         {MineAtRole, "mineAt"},           {TheirsRole, "theirs"},
            {TheirsByRole, "theirsBy"},     {TheirsAtRole, "theirsAt"},       {MineStandsRole, "mineStands"},
            {InvolvesMeRole, "involvesMe"}, {RemovalRole, "removal"},         {GridNameRole, "gridName"}};
}

const ConflictsModel::Row* ConflictsModel::find(const QString& conflictId) const {
    const auto found = std::ranges::find(rows_, conflictId, [](const Row& row) { return toQt(row.conflict.id()); });
    return found != rows_.end() ? &*found : nullptr;
}

void ConflictsModel::resolve(const QString& conflictId, Choice choice) {
    const Row* row = find(conflictId);
    if (!row) return;
    auto edits = resolution(row->conflict, choice, fromQt(worker()));
    if (!edits) {
        emit failed(explain(edits.error()));
        return;
    }
    row->session->save(std::move(*edits), this, [this, conflictId](const Result<Saved>& outcome) {
        if (!outcome)
            emit failed(explain(outcome.error()));
        else
            emit resolved(conflictId);
    });
}

void ConflictsModel::keepMine(const QString& conflictId) {
    if (const Row* row = find(conflictId)) resolve(conflictId, row->mineIsWinner ? KeepWinner : TakeOther);
}

void ConflictsModel::keepTheirs(const QString& conflictId) {
    if (const Row* row = find(conflictId)) resolve(conflictId, row->mineIsWinner ? TakeOther : KeepWinner);
}

}  // namespace qiaomen
