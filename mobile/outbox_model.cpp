// SPDX-License-Identifier: Apache-2.0
#include "mobile/outbox_model.h"

#include "mobile/text.h"

namespace qiaomen {

bool OutboxModel::concerns(const StoreChange& change) const { return change.outbox; }

Result<std::vector<OutboxModel::Row>> OutboxModel::readGrid(GridSession& session) {
    auto unsent = unsentChanges(session.store());
    if (!unsent) return unsent.error();
    std::vector<Row> rows;
    for (OutboxEntry& entry : *unsent) {
        ChangeSubject subject = subjectOf(session.store(), entry.change);
        rows.push_back({std::move(entry), std::move(subject)});
    }
    return rows;
}

void OutboxModel::refresh() {
    const auto latestFirst = [](std::vector<Row>& rows) {
        std::ranges::stable_sort(rows, std::greater(), [](const Row& row) { return row.entry.savedAtMs; });
    };
    readAll(&readGrid, latestFirst, [this](std::vector<Row> rows) { replace(rows_, std::move(rows)); });
}

int OutboxModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant OutboxModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case NumberRole: return static_cast<double>(row.entry.change.number);
        case WhatRole: return describe(row.entry.change, row.subject, vocabulary());
        case HouseholdRole: return words(row.subject, vocabulary());
        case HouseholdIdRole: return toQt(row.subject.household);
        case AtRole: return static_cast<double>(row.entry.savedAtMs);
        case GridNameRole: return row.gridName;
        default: return {};
    }
}

QHash<int, QByteArray> OutboxModel::roleNames() const {
    return {{NumberRole, "number"},           {WhatRole, "what"}, {HouseholdRole, "household"},
            {HouseholdIdRole, "householdId"}, {AtRole, "at"},     {GridNameRole, "gridName"}};
}

}  // namespace qiaomen
