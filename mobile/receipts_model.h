// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mobile/all_grids_model.h"
namespace qiaomen {

/// The centre's receipts, latest first, over all grids: what makes records safe, each with how many changes it was the first to
/// cover.
class ReceiptsModel : public qiaomen::AllGridsModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.receipts")
public:
    enum Role {
        AtRole = Qt::UserRole + 1,  ///< real, ms: the centre's clock
        ReceivedAtRole,             ///< real, ms: this device's clock
        LastNumberRole,             ///< real: every change up to this one is safe
        CoversRole,                 ///< int: changes it was the first to cover
        GridNameRole,
    };
    Q_ENUM(Role)
    static constexpr std::size_t kLimit = 200;  ///< of each grid: half a year of daily syncs

    using AllGridsModel::AllGridsModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    void refresh() override;

private:
    struct Row {
        StoredReceipt stored;
        std::uint64_t covers = 0;
        QString gridName{};
        GridSession* session = nullptr;
    };
    [[nodiscard]] bool concerns(const StoreChange& change) const override;
    void forgetRows() override { replace(rows_, {}); }
    static Result<std::vector<Row>> readGrid(GridSession& session);

    std::vector<Row> rows_;
};

}  // namespace qiaomen
