// SPDX-License-Identifier: Apache-2.0
#include "mobile/rescue_model.h"

#include "mobile/text.h"
#include "shared/domain/collections.h"

namespace qiaomen {

RescueModel::RescueModel(StoreExecutor& executor, const Vocabulary& vocabulary, QObject* parent)
    : ListModel(parent), executor_(executor), vocabulary_(vocabulary) {
    connect(&vocabulary, &Vocabulary::changed, this, &RescueModel::tellAllChanged);
}

void RescueModel::setSessions(std::vector<GridSession*> sessions) {
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

void RescueModel::refresh() {
    asked_.ask(
        executor_, this,
        [sessions = sessions_] {
            std::vector<Row> rows;
            for (GridSession* session : sessions) {
                auto refused = session->store().rescueQueue();
                if (!refused) continue;  // the counts say that something is wrong
                for (OutboxEntry& entry : *refused) {
                    ChangeSubject subject = subjectOf(session->store(), entry.change);
                    rows.push_back({std::move(entry), std::move(subject),
                                    sessions.size() > 1 ? session->name() : QString(), session});
                }
            }
            return rows;
        },
        [this](std::vector<Row> rows) { replace(rows_, std::move(rows)); });
}

int RescueModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant RescueModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case NumberRole: return static_cast<double>(row.entry.change.number);
        case WhatRole: return describe(row.entry.change, row.subject, vocabulary_);
        case HouseholdRole: return words(row.subject, vocabulary_);
        case HouseholdIdRole: return toQt(row.subject.household);
        case AtRole: return static_cast<double>(row.entry.savedAtMs);
        case ReasonRole: return toQt(std::string_view(row.entry.reason));
        case ValuesRole: return values(row.entry.change);
        case GridNameRole: return row.gridName;
        default: return {};
    }
}

QString RescueModel::values(const Change& change) const {
    const Collection* collection = find(allCollections(), change.collection);
    QStringList lines;
    for (const FieldWrite& write : change.writes) {
        const Field* field = collection ? collection->find(write.field) : nullptr;
        if (field && field->type != FieldType::reference)
            lines << vocabulary_.label(*field) + ": " + vocabulary_.show(*field, write.value);
    }
    return lines.join(QLatin1Char('\n'));
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
    executor_.write(
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
