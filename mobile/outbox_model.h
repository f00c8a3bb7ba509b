// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mobile/change_words.h"
#include "mobile/grid_session.h"
#include "mobile/list_model.h"
#include "mobile/newest_question.h"

namespace qiaomen {

/// Every change that is only on this device, in words, latest first, over all grids. Follows the stores.
class OutboxModel : public qiaomen::ListModel {
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

    OutboxModel(StoreExecutor& executor, const Vocabulary& vocabulary, QObject* parent);
    void setSessions(std::vector<GridSession*> sessions);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    struct Row {
        OutboxEntry entry;
        ChangeSubject subject;
        QString gridName;
    };
    void refresh();

    StoreExecutor& executor_;
    const Vocabulary& vocabulary_;
    std::vector<GridSession*> sessions_;
    std::vector<Row> rows_;
    NewestQuestion asked_;
};

}  // namespace qiaomen
