// SPDX-License-Identifier: Apache-2.0
#include "mobile/rescue_model.h"

#include "mobile/text.h"
#include "shared/domain/collections.h"

namespace qiaomen {

bool RescueModel::concerns(const StoreChange& change) const { return change.outbox; }

Result<std::vector<RescueModel::Row>> RescueModel::readGrid(GridSession& session) {
    auto refused = session.store().rescueQueue();
    if (!refused) return refused.error();
    std::vector<Row> rows;
    for (OutboxEntry& entry : *refused) {
        ChangeSubject subject = subjectOf(session.store(), entry.change);
        rows.push_back({std::move(entry), std::move(subject)});
    }
    return rows;
}

void RescueModel::refresh() {
    readAll(&readGrid, AsRead(), [this](std::vector<Row> rows) { replace(rows_, std::move(rows)); });
}

int RescueModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant RescueModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case NumberRole: return static_cast<double>(row.entry.change.number);
        case WhatRole: return describe(row.entry.change, row.subject, vocabulary());
        case HouseholdRole: return words(row.subject, vocabulary());
        case HouseholdIdRole: return toQt(row.subject.household);
        case AtRole: return static_cast<double>(row.entry.savedAtMs);
        case ReasonRole: return toQt(std::string_view(row.entry.reason));
        case ValuesRole: return writtenWords(row.entry.change, vocabulary());
        case GridNameRole: return row.gridName;
        default: return {};
    }
}

QHash<int, QByteArray> RescueModel::roleNames() const {
    return {
        {NumberRole, "number"}, {WhatRole, "what"},     {HouseholdRole, "household"}, {HouseholdIdRole, "householdId"},
        {AtRole, "at"},         {ReasonRole, "reason"}, {ValuesRole, "values"},       {GridNameRole, "gridName"}};
}

void RescueModel::saveAnew(int row) {
    if (row < 0 || row >= count()) return;
    const Row& refused = rows_[static_cast<std::size_t>(row)];
    const Change& change = refused.entry.change;
    Edit edit{change.collection, change.record, {}, change.kind == Change::Kind::remove};
    if (!edit.remove) {
        for (const FieldWrite& write : change.writes) edit.values.push_back({write.field, write.value});
    }
    GridSession& session = *refused.session;
    session.save({std::move(edit)}, this, [this, &session, number = change.number](const Result<Saved>& outcome) {
        if (!outcome)
            emit failed(explain(outcome.error()));
        else
            close(session, number);
    });
}

void RescueModel::letGo(int row) {
    if (row < 0 || row >= count()) return;
    const Row& refused = rows_[static_cast<std::size_t>(row)];
    close(*refused.session, refused.entry.change.number);
}

void RescueModel::close(GridSession& session, std::uint64_t number) {
    executor().write(
        this, [&store = session.store(), number] { return store.closeRefused(number); },
        [this](const Outcome& outcome) {
            if (!outcome)
                emit failed(explain(outcome.error()));
            else
                emit dealtWith();
            refresh();
        });
}

}  // namespace qiaomen
