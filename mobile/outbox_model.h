// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mobile/all_grids_model.h"
#include "mobile/change_words.h"

namespace qiaomen {

/// Every change that is only on this device, in words, latest first, over all grids. Follows the stores.
class OutboxModel : public qiaomen::AllGridsModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.outbox")
public:
    enum Role {
        NumberRole = Qt::UserRole + 1,  ///< real: this device's n-th change in its grid
        WhatRole,                       ///< "Visit: Met"
        HouseholdRole,                  ///< head's name and address
        HouseholdIdRole,
        AtRole,        ///< real, ms: saved
        GridNameRole,  ///< empty while the device holds one grid
    };
    Q_ENUM(Role)

    using AllGridsModel::AllGridsModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    void refresh() override;

private:
    struct Row {
        OutboxEntry entry;
        ChangeSubject subject;
        QString gridName{};
        GridSession* session = nullptr;
    };
    [[nodiscard]] bool concerns(const StoreChange& change) const override;
    void forgetRows() override { replace(rows_, {}); }
    static Result<std::vector<Row>> readGrid(GridSession& session);

    std::vector<Row> rows_;
};

}  // namespace qiaomen
