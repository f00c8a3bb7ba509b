// SPDX-License-Identifier: Apache-2.0
#include "mobile/receipts_model.h"

namespace qiaomen {

bool ReceiptsModel::concerns(const StoreChange& change) const { return change.outbox; }

Result<std::vector<ReceiptsModel::Row>> ReceiptsModel::readGrid(GridSession& session) {
    auto receipts = session.store().receipts(kLimit);
    if (!receipts) return receipts.error();
    std::vector<Row> rows;
    for (std::size_t i = 0; i < receipts->size(); ++i) {
        const std::uint64_t before = i + 1 < receipts->size() ? (*receipts)[i + 1].receipt.lastNumber : 0;
        rows.push_back({(*receipts)[i], (*receipts)[i].receipt.lastNumber - before});
    }
    return rows;
}

void ReceiptsModel::refresh() {
    const auto latestFirst = [](std::vector<Row>& rows) {
        std::ranges::stable_sort(rows, std::greater(), [](const Row& row) { return row.stored.receivedAtMs; });
    };
    readAll(&readGrid, latestFirst, [this](std::vector<Row> rows) { replace(rows_, std::move(rows)); });
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
