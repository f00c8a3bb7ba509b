// SPDX-License-Identifier: Apache-2.0
#include "mobile/outbox_model.h"

#include "mobile/text.h"

namespace qiaomen {

OutboxModel::OutboxModel(StoreExecutor& executor, const Vocabulary& vocabulary, QObject* parent)
    : ListModel(parent), executor_(executor), vocabulary_(vocabulary) {
    connect(&vocabulary, &Vocabulary::changed, this, &OutboxModel::tellAllChanged);
}

void OutboxModel::setSessions(std::vector<GridSession*> sessions) {
    for (GridSession* session : sessions_) disconnect(session, nullptr, this, nullptr);
    replace(rows_, {});
    sessions_ = std::move(sessions);
    for (GridSession* session : sessions_) {
        connect(session, &GridSession::changed, this, [this](const StoreChange& change) {
            if (change.outbox) refresh();
        });
    }
    refresh();
}

void OutboxModel::refresh() {
    asked_.ask(
        executor_, this,
        [sessions = sessions_] {
            std::vector<Row> rows;
            for (GridSession* session : sessions) {
                auto unsent = unsentChanges(session->store());
                if (!unsent) continue;  // the counts say that something is wrong
                for (OutboxEntry& entry : *unsent) {
                    ChangeSubject subject = subjectOf(session->store(), entry.change);
                    rows.push_back(
                        {std::move(entry), std::move(subject), sessions.size() > 1 ? session->name() : QString()});
                }
            }
            std::ranges::stable_sort(rows, std::greater(), [](const Row& row) { return row.entry.savedAtMs; });
            return rows;
        },
        [this](std::vector<Row> rows) { replace(rows_, std::move(rows)); });
}

int OutboxModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant OutboxModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case NumberRole: return static_cast<double>(row.entry.change.number);
        case WhatRole: return describe(row.entry.change, row.subject, vocabulary_);
        case HouseholdRole: return words(row.subject, vocabulary_);
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
