// SPDX-License-Identifier: Apache-2.0
#include "mobile/receipts_model.h"

namespace qiaomen {

void ReceiptsModel::setSessions(std::vector<GridSession*> sessions) {
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

void ReceiptsModel::refresh() {
    asked_.ask(
        executor_, this,
        [sessions = sessions_] {
            std::vector<Row> rows;
            for (GridSession* session : sessions) {
                auto receipts = session->store().receipts(kLimit);
                if (!receipts) continue;  // the counts say that something is wrong
                for (std::size_t i = 0; i < receipts->size(); ++i) {
                    const std::uint64_t before = i + 1 < receipts->size() ? (*receipts)[i + 1].receipt.lastNumber : 0;
                    rows.push_back({(*receipts)[i], (*receipts)[i].receipt.lastNumber - before,
                                    sessions.size() > 1 ? session->name() : QString()});
                }
            }
            std::ranges::stable_sort(rows, std::greater(), [](const Row& row) { return row.stored.receivedAtMs; });
            return rows;
        },
        [this](std::vector<Row> rows) { replace(rows_, std::move(rows)); });
}

int ReceiptsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant ReceiptsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case AtRole: return static_cast<double>(row.stored.receipt.atMs);
        case ReceivedAtRole: return static_cast<double>(row.stored.receivedAtMs);
        case LastNumberRole: return static_cast<double>(row.stored.receipt.lastNumber);
        case CoversRole: return static_cast<int>(row.covers);
        case GridNameRole: return row.gridName;
        default: return {};
    }
}

QHash<int, QByteArray> ReceiptsModel::roleNames() const {
    return {{AtRole, "at"},
            {ReceivedAtRole, "receivedAt"},
            {LastNumberRole, "lastNumber"},
            {CoversRole, "covers"},
            {GridNameRole, "gridName"}};
}

}  // namespace qiaomen
